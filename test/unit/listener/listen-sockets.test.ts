import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type ListenSockets, openListenSockets } from '../../../relay/listener/listen-sockets.ts'

const open: ListenSockets[] = []
const listen = async (...wanted: { address: string; port: number }[]) => {
  const opened = await openListenSockets(wanted, (socket) => socket.end('hello'))
  if (opened.ok) open.push(opened.value)
  return opened
}
const mustListen = async (...wanted: { address: string; port: number }[]): Promise<ListenSockets> => {
  const opened = await listen(...wanted)
  if (!opened.ok) throw new Error(opened.problem.reason)
  return opened.value
}
const answers = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ port, host })
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
  })

const nowhere = { address: '', port: 0 }
const atAnyPort = (address: string) => ({ address, port: 0 })

afterEach(async () => {
  for (const sockets of open.splice(0)) await sockets.close()
})

describe('listening', () => {
  it('tells which free port it got for port 0, on each address', async () => {
    const sockets = await mustListen({ address: '127.0.0.1', port: 0 }, { address: '127.0.0.2', port: 0 })
    const [one, other] = sockets.addresses()
    expect(one?.port).toBeGreaterThan(0)
    expect(other?.address).toBe('127.0.0.2')
    expect(await answers(other?.port ?? 0, '127.0.0.2')).toBe(true)
  })

  it('names the port that is taken, offers a free one, and opens none of the others', async () => {
    const taken = (await mustListen({ address: '127.0.0.1', port: 0 })).addresses()[0] ?? {
      address: '',
      port: 0,
    }
    const free = (await mustListen({ address: '127.0.0.1', port: 0 })).addresses()[0] ?? {
      address: '',
      port: 0,
    }
    for (const sockets of open.splice(1)) await sockets.close()
    const refused = await listen(free, taken)
    if (refused.ok) throw new Error('took a port twice')
    expect(refused.problem).toMatchObject({ reason: 'port-in-use', ...taken })
    expect(refused.problem.freePort).toBeGreaterThan(0)
    expect(await answers(free.port)).toBe(false)
    await mustListen({ address: '127.0.0.1', port: refused.problem.freePort ?? 0 })
  })

  it('names an address that this machine does not have', async () => {
    const refused = await listen({ address: '192.0.2.1', port: 0 })
    expect(refused).toEqual({
      ok: false,
      problem: { reason: 'address-not-available', address: '192.0.2.1', port: 0, freePort: null },
    })
  })

  it('moves to other addresses as a whole, keeping those that stay', async () => {
    const sockets = await mustListen({ address: '127.0.0.1', port: 0 }, { address: '127.0.0.2', port: 0 })
    const [stays, goes] = sockets.addresses()
    const moved = await sockets.relisten([
      { address: '127.0.0.1', port: 0 },
      { address: '127.0.0.3', port: 0 },
    ])
    expect(moved).toEqual({ ok: true, value: sockets.addresses() })
    expect(sockets.addresses()[0]).toEqual(stays)
    expect(await answers(goes?.port ?? 0, '127.0.0.2')).toBe(false)
    expect(await answers(sockets.addresses()[1]?.port ?? 0, '127.0.0.3')).toBe(true)
  })

  it('goes on as before when a move fails', async () => {
    const sockets = await mustListen({ address: '127.0.0.1', port: 0 })
    const before = sockets.addresses()
    const moved = await sockets.relisten([
      { address: '127.0.0.2', port: 0 },
      { address: '192.0.2.1', port: 0 },
    ])
    expect(moved.ok).toBe(false)
    expect(sockets.addresses()).toEqual(before)
    expect(await answers(before[0]?.port ?? 0)).toBe(true)
  })

  it('widens from one address to all on the same port', async () => {
    const sockets = await mustListen({ address: '127.0.0.1', port: 0 })
    const port = sockets.addresses()[0]?.port ?? 0
    const widened = await sockets.relisten([{ address: '0.0.0.0', port }])
    expect(widened).toEqual({ ok: true, value: [{ address: '0.0.0.0', port }] })
    expect(await answers(port)).toBe(true)
    const failed = await sockets.relisten([
      { address: '127.0.0.1', port },
      { address: '192.0.2.1', port },
    ])
    expect(failed.ok).toBe(false)
    expect(await answers(port)).toBe(true)
  })

  it('takes back the very place it had when what needed its port cannot be had', async () => {
    const sockets = await mustListen({ address: '127.0.0.1', port: 0 }, { address: '127.0.0.2', port: 0 })
    const before = sockets.addresses()
    const failed = await sockets.relisten([
      { address: '0.0.0.0', port: before[0]?.port ?? 0 },
      { address: '192.0.2.1', port: 0 },
    ])
    expect(failed.ok).toBe(false)
    expect(sockets.addresses()).toEqual(before)
    expect(await answers(before[0]?.port ?? 0)).toBe(true)
    expect(await answers(before[1]?.port ?? 0, '127.0.0.2')).toBe(true)
  })

  it('swaps the ports of several addresses, while connections go on and others never close', async () => {
    const sockets = await mustListen(...['127.0.0.1', '127.0.0.2', '127.0.0.3'].map(atAnyPort))
    const [one = nowhere, other = nowhere, stays = nowhere] = sockets.addresses()
    const talking = net.connect({ port: one.port, host: one.address })
    await new Promise((resolve) => talking.once('connect', resolve))
    const wanted = [{ ...one, port: other.port }, { ...other, port: one.port }, atAnyPort(stays.address)]
    const swapped = await sockets.relisten(wanted)
    expect(swapped.ok).toBe(true)
    const now = sockets.addresses()
    expect(now).toEqual(expect.arrayContaining([wanted[0], wanted[1], stays]))
    for (const { port, address } of now) expect(await answers(port, address)).toBe(true)
    expect(await answers(one.port, one.address)).toBe(false)
    expect(talking.destroyed).toBe(false)
    talking.destroy()
  })

  it('tells by which of its addresses a connection came in, as the configuration names it', async () => {
    const came: unknown[] = []
    const opened = await openListenSockets([atAnyPort('127.0.0.1'), atAnyPort('::1')], (socket, at) => {
      came.push(at)
      socket.end('hello')
    })
    if (!opened.ok) throw new Error(opened.problem.reason)
    open.push(opened.value)
    for (const { port, address } of opened.value.addresses()) await answers(port, address)
    expect(came).toEqual([atAnyPort('127.0.0.1'), atAnyPort('::1')])
  })
})
