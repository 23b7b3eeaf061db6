import { randomInt } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { isRoot, runAsRoot } from './as-root.ts'

/** A network of two: this computer, with a card of its own in it, and a device that can reach nothing else. */
export type DeviceNetwork = {
  /** this computer's address there, for the device */
  readonly computer: string
  readonly device: string
  /** words before a command that make it run on the device */
  readonly onDevice: readonly string[]
  /** Takes this computer's address away, as with a cable that is pulled or a network that is left. */
  leave(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/**
 * Lays a cable (veth) between this computer and a network namespace. The addresses are of the range that is set aside
 * for measurements (RFC 2544), so they are nobody's. Needs iproute2 and root.
 */
export async function layDeviceNetwork(): Promise<DeviceNetwork> {
  const id = freeNetworkId()
  const subnet = subnetOf(id)
  const [card, plug, name] = [`sp${id}a`, `sp${id}b`, `sp-device-${id}`]
  const [computer, device] = [`${subnet}.1`, `${subnet}.20`]
  const ip = async (...words: readonly string[]): Promise<void> => {
    const ended = await runAsRoot('ip', words)
    if (ended.code !== 0) throw new Error(`ip ${words.join(' ')}: ${ended.stderr}`)
  }
  const close = async (): Promise<void> => {
    // The cable goes with either of its ends.
    await runAsRoot('ip', ['link', 'delete', card])
    await runAsRoot('ip', ['netns', 'delete', name])
  }
  try {
    await ip('netns', 'add', name)
    await ip('link', 'add', card, 'type', 'veth', 'peer', 'name', plug, 'netns', name)
    await ip('address', 'add', `${computer}/24`, 'dev', card)
    await ip('link', 'set', card, 'up')
    await ip('-netns', name, 'address', 'add', `${device}/24`, 'dev', plug)
    await ip('-netns', name, 'link', 'set', plug, 'up')
  } catch (fault) {
    await close()
    throw fault
  }
  return {
    computer,
    device,
    onDevice: [...(isRoot ? [] : ['sudo', '-n']), 'ip', 'netns', 'exec', name],
    leave: () => ip('address', 'delete', `${computer}/24`, 'dev', card),
    comeBack: () => ip('address', 'add', `${computer}/24`, 'dev', card),
    close,
  }
}

const subnetOf = (id: number): string => `198.18.${id % 256}`

/** Files of tests run beside each other, so another one may have laid its network already. */
function freeNetworkId(): number {
  const id = randomInt(0x1_00_00)
  const addresses = Object.values(networkInterfaces()).flatMap((card) => card ?? [])
  const isTaken = addresses.some(({ address }) => address.startsWith(`${subnetOf(id)}.`))
  return isTaken ? freeNetworkId() : id
}
