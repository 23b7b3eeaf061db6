import type net from 'node:net'
import type { ListenAddress } from '../domain/relay-event.ts'
import type { Door } from './door.ts'
import { doorLimits, notices } from './limits.ts'
import { isThisComputer } from './peer-address.ts'
import { addressNotAllowed, type Reply, replies, replyLine } from './smtp-reply.ts'

/**
 * May this peer begin a dialogue? Null when it may, and then a place is taken for it; else the one line it gets.
 * This computer always may; anybody else only where a list names its address, so that a door opened to the network
 * without a list serves nobody. `makeRoom`: ends a connection that has long done nothing; false when there is none.
 */
export function admitPeer(
  door: Door,
  remoteAddress: string,
  listen: ListenAddress,
  makeRoom: () => boolean,
): Reply | null {
  const nowMs = door.monotonicMs()
  if (!isThisComputer(remoteAddress) && !door.book().mayConnect(listen, remoteAddress, door.nowMs())) {
    const reply = addressNotAllowed(remoteAddress)
    if (door.throttle.mayTell(`stranger ${remoteAddress}`, nowMs, notices.strangerPauseMs)) {
      const who = { login: null, user: null, address: remoteAddress }
      door.emit({ event: 'refused', ...who, reason: 'address-not-allowed', reply: replyLine(reply) })
    }
    return reply
  }
  let lacking = door.places.takeConnection(remoteAddress)
  if (lacking === 'in-all' && makeRoom()) lacking = door.places.takeConnection(remoteAddress)
  if (lacking === null) return null
  const reply = replies[lacking === 'in-all' ? 'too-many-connections' : 'too-many-connections-of-address']
  if (door.throttle.mayTell('connections', nowMs)) {
    const who = { login: null, user: null }
    door.emit({ event: 'refused', ...who, reason: 'too-many-connections', reply: replyLine(reply) })
  }
  return reply
}

/** Says one line and ends, without a dialogue; the reply must not be lost over what the peer has sent meanwhile. */
export function turnAway(socket: net.Socket, reply: Reply): void {
  const patience = setTimeout(() => socket.destroy(), doorLimits.turnAwayMs)
  patience.unref()
  socket.once('close', () => clearTimeout(patience))
  socket.on('error', () => socket.destroy())
  socket.resume()
  socket.end(`${replyLine(reply)}\r\n`)
}

/** A program that begins with TLS is set up wrongly: the journal says so, because the program itself can't show why. */
export function tellImplicitTls(door: Door, remoteAddress: string): void {
  if (!door.throttle.mayTell(`tls ${remoteAddress}`, door.monotonicMs(), notices.strangerPauseMs)) return
  const reply = replyLine(replies['implicit-tls'])
  door.emit({ event: 'refused', login: null, user: null, reason: 'implicit-tls', reply })
}
