import net from 'node:net'
import type { z } from 'zod'
import type { ListenAddress } from '../domain/relay-event.ts'
import { done, failed, type Result } from '../domain/result.ts'
import type { listenProblem } from '../ipc/relay-problem.ts'
import { findPortHolder } from './port-holder.ts'

export type ListenProblem = z.infer<typeof listenProblem>

export type ListenSockets = {
  /** where connections are really accepted: port 0 has become a number */
  addresses(): ListenAddress[]
  /** All or nothing: on a problem everything listens as before. Connections already made go on either way. */
  relisten(wanted: readonly ListenAddress[]): Promise<Result<ListenAddress[], ListenProblem>>
  /** Stops accepting; connections already made go on. */
  close(): Promise<void>
}

/** `at`: the address as it was wanted, by which the configuration's rules for it are found. */
type OnConnection = (socket: net.Socket, at: ListenAddress) => void

type OpenSocket = { readonly wanted: ListenAddress; readonly server: net.Server }
/** `place`: what is bound; another than `wanted` only where a place once found for it is taken back. */
type Place = { readonly wanted: ListenAddress; readonly place: ListenAddress }

/** Listens on every address, or on none and says which one could not be had. */
export async function openListenSockets(
  wanted: readonly ListenAddress[],
  onConnection: OnConnection,
): Promise<Result<ListenSockets, ListenProblem>> {
  const opened = await openAll(wanted.map(asWanted), onConnection)
  if (!opened.ok) return opened
  let open = opened.value
  const addresses = (): ListenAddress[] => open.map(realAddress)

  return done({
    addresses,
    async relisten(next) {
      const kept = open.filter((socket) => next.some((address) => sameAddress(address, socket.wanted)))
      const dropped = open.filter((socket) => !kept.includes(socket))
      const fresh = next.filter((address) => !kept.some((socket) => sameAddress(address, socket.wanted)))
      const added = await openBeside(fresh, dropped, onConnection)
      open = [...kept, ...(added.ok ? added.value : added.problem.stillOpen)]
      return added.ok ? done(addresses()) : failed(added.problem.problem)
    },
    async close() {
      await closeAll(open)
      open = []
    },
  })
}

/**
 * Opens the new before it closes the old. Where a new address needs a port that an old one of ours holds
 * (127.0.0.1 becomes 0.0.0.0), the old one has to go first, and is taken back if the new one can't be had.
 */
async function openBeside(
  fresh: readonly ListenAddress[],
  dropped: readonly OpenSocket[],
  onConnection: OnConnection,
): Promise<Result<OpenSocket[], { problem: ListenProblem; stillOpen: readonly OpenSocket[] }>> {
  const first = await openAll(fresh.map(asWanted), onConnection)
  if (first.ok) {
    await closeAll(dropped)
    return first
  }
  const ownPort = dropped.some((socket) => realAddress(socket).port === first.problem.port)
  if (first.problem.reason !== 'port-in-use' || !ownPort) {
    return failed({ problem: first.problem, stillOpen: dropped })
  }
  const places = dropped.map((socket) => ({ wanted: socket.wanted, place: realAddress(socket) }))
  await closeAll(dropped)
  const second = await openAll(fresh.map(asWanted), onConnection)
  if (second.ok) return second
  const takenBack = await openAll(places, onConnection)
  return failed({ problem: second.problem, stillOpen: takenBack.ok ? takenBack.value : [] })
}

function asWanted(wanted: ListenAddress): Place {
  return { wanted, place: wanted }
}

async function openAll(
  places: readonly Place[],
  onConnection: OnConnection,
): Promise<Result<OpenSocket[], ListenProblem>> {
  const open: OpenSocket[] = []
  for (const { wanted, place } of places) {
    const server = net.createServer((socket) => onConnection(socket, wanted))
    const fault = await listenOn(server, place)
    if (fault !== null) {
      await closeAll(open)
      return failed(await describeProblem(fault, place))
    }
    open.push({ wanted, server })
  }
  return done(open)
}

/**
 * `exclusive`: the port is this process's alone, shared with no cluster worker. On Windows Node offers no more
 * (SO_EXCLUSIVEADDRUSE): there the system itself keeps programs of other accounts from taking a port that is in use.
 */
function listenOn(
  server: net.Server,
  { address, port }: ListenAddress,
): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen({ host: address, port, exclusive: true }, () => {
      server.off('error', resolve)
      // A later failure to accept (no file descriptors left) is that one connection's trouble, not the relay's end.
      server.on('error', () => {})
      resolve(null)
    })
  })
}

async function describeProblem(
  fault: NodeJS.ErrnoException,
  { address, port }: ListenAddress,
): Promise<ListenProblem> {
  const reasons: Record<string, ListenProblem['reason']> = {
    EADDRINUSE: 'port-in-use',
    EACCES: 'permission-denied',
    EPERM: 'permission-denied',
    EADDRNOTAVAIL: 'address-not-available',
    EAFNOSUPPORT: 'address-not-available',
    EINVAL: 'address-not-available',
    ENOTFOUND: 'address-not-available',
    EAI_AGAIN: 'address-not-available',
  }
  const reason = reasons[fault.code ?? '']
  if (reason === undefined) throw fault
  const freePort = reason === 'address-not-available' ? null : await findFreePort(address, port)
  const holder = reason === 'port-in-use' ? await findPortHolder(port) : null
  return { reason, address, port, freePort, ...(holder === null ? {} : { holder }) }
}

/** A port that could be taken on this address a moment ago: near the one that was wanted, or any. Null: none. */
async function findFreePort(address: string, wanted: number): Promise<number | null> {
  const from = Math.max(wanted + 1, 2525)
  const nearby = Array.from({ length: 20 }, (_, step) => from + step).filter((port) => port <= 65_535)
  for (const port of [...nearby, 0]) {
    const server = net.createServer()
    if ((await listenOn(server, { address, port })) !== null) continue
    const found = realAddress({ wanted: { address, port }, server }).port
    await closeAll([{ wanted: { address, port }, server }])
    return found
  }
  return null
}

async function closeAll(sockets: readonly OpenSocket[]): Promise<void> {
  // close() calls back only when the last connection has ended: not waited for, new ones are refused at once.
  for (const { server } of sockets) server.close()
  await new Promise((resolve) => setImmediate(resolve))
}

function realAddress({ wanted, server }: OpenSocket): ListenAddress {
  const bound = server.address()
  return bound !== null && typeof bound === 'object' ? { address: bound.address, port: bound.port } : wanted
}

function sameAddress(one: ListenAddress, other: ListenAddress): boolean {
  return one.address === other.address && one.port === other.port
}
