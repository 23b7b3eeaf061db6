import { constants } from 'node:crypto'
import type net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SMTPServerAuthenticationResponse, SMTPServerSession } from 'smtp-server'
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerDataStream } from 'smtp-server'
import type { ListenAddress } from '../domain/relay-event.ts'
import { admitPeer, tellImplicitTls, turnAway } from './admission.ts'
import type { Door } from './door.ts'
import { doorLimits, type Timeouts } from './limits.ts'
import { takeMessage } from './message-intake.ts'
import { isThisComputer, plainAddress } from './peer-address.ts'
import { createSession } from './session.ts'
import { type ConnectionDesk, RelayConnection } from './smtp-connection.ts'
import { type Reply, replies, replyLine } from './smtp-reply.ts'
import { WatchedConnection } from './smtp-watched-connection.ts'

type Certificate = { readonly key: string; readonly cert: string }

/**
 * The library's server, used for its protocol engine only: sockets are accepted by listen-sockets and handed to
 * `admit`. Every hook answers; an absent one would allow, and an error without a code would become a 450.
 */
export class RelaySmtpServer extends SMTPServer {
  readonly #door: Door
  readonly #timeouts: Timeouts
  readonly #connections = new Map<SMTPServerSession, RelayConnection>()

  constructor(door: Door, certificate: Certificate, timeouts: Timeouts) {
    super({
      key: certificate.key,
      cert: certificate.cert,
      minVersion: 'TLSv1.2',
      // Nobody's mail needs it, and each one costs us more than whoever asks for it.
      secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
      name: door.manners.hostName,
      banner: door.manners.banner,
      lmtp: false,
      authMethods: ['PLAIN', 'LOGIN'],
      // Asked for at MAIL by our own session, which also knows the sign-ins recognised by address.
      authOptional: true,
      // Our connection allows it on loopback only.
      allowInsecureAuth: true,
      disabledCommands: ['XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL', 'LHLO'],
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: false,
      hideDSN: false,
      maxCommandLength: doorLimits.signInBytes,
      socketTimeout: timeouts.idleMs,
      logger: false,
    })
    this.#door = door
    this.#timeouts = timeouts
    // A client that breaks off, or does not trust the certificate, ends its own connection and nothing else.
    this.on('error', () => {})
  }

  /** `listen`: the address of the configuration that the socket was accepted on. */
  admit(socket: net.Socket, listen: ListenAddress): void {
    const door = this.#door
    const remoteAddress = plainAddress(socket.remoteAddress)
    const turnedAway = admitPeer(door, remoteAddress, listen, () => this.#makeRoom())
    const watch = door.watch.isOpen() ? door.watch : null
    if (turnedAway !== null) {
      const nearby = isThisComputer(remoteAddress)
      const deed = { kind: 'turned-away', from: remoteAddress, nearby, reply: replyLine(turnedAway) } as const
      watch?.note(watch.nextConnection(), deed)
      return turnAway(socket, turnedAway)
    }
    const desk: ConnectionDesk = {
      session: createSession(door, remoteAddress),
      listen,
      timeouts: this.#timeouts,
      monotonicMs: door.monotonicMs,
      messageBytes: () => door.limits().messageBytes,
      manners: door.manners,
      tellImplicitTls: () => tellImplicitTls(door, remoteAddress),
    }
    const connection = watch
      ? new WatchedConnection(this, socket, desk, watch, remoteAddress)
      : new RelayConnection(this, socket, desk)
    this.connections.add(connection)
    this.#connections.set(connection.session, connection)
    connection.on('error', () => connection.destroy())
    connection.init()
  }

  override onConnect(_session: SMTPServerSession, callback: (fault?: Error | null) => void): void {
    callback()
  }

  override onSecure(
    _socket: net.Socket,
    session: SMTPServerSession,
    callback: (fault?: Error | null) => void,
  ): void {
    this.#connections.get(session)?.desk.forgetSignIn()
    callback()
  }

  override onAuth(
    auth: SMTPServerAuthentication,
    session: SMTPServerSession,
    callback: (fault: Error | null, response?: SMTPServerAuthenticationResponse) => void,
  ): void {
    const desk = this.#connections.get(session)?.desk
    const foreignIdentity = Boolean(auth.authzid) && Boolean(auth.authcid) && auth.authzid !== auth.authcid
    // To act in another's name (RFC 4616 authzid) is not offered: refused as a wrong sign-in.
    const password = foreignIdentity ? '' : (auth.password ?? '')
    const answer = desk?.signIn(auth.username ?? '', password) ?? replies.fault
    if ('login' in answer) callback(null, { user: answer.login })
    else callback(asError(answer))
  }

  override onData(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    callback: (fault?: Error | null, message?: string) => void,
  ): void {
    const connection = this.#connections.get(session)
    const transaction = connection?.desk.transaction() ?? null
    if (!connection || transaction === null) {
      callback(asError(replies.fault))
      return
    }
    const wire = { remoteAddress: session.remoteAddress, encrypted: session.secure }
    void this.#answerMessage(connection, () => takeMessage(this.#door, transaction, wire, stream), callback)
  }

  async #answerMessage(
    connection: RelayConnection,
    take: () => Promise<Reply>,
    callback: (fault?: Error | null, message?: string) => void,
  ): Promise<void> {
    let reply: Reply = replies.fault
    try {
      reply = await take()
    } catch (fault) {
      // Nothing was kept. A client that went away in the middle is ordinary; anything else is a bug of ours.
      if (!isDisconnect(fault)) process.emitWarning(fault instanceof Error ? fault : String(fault))
    }
    if (reply.code === 250) callback(null, `${reply.enhanced} ${reply.text}`)
    else callback(asError(reply))
    connection.endIfAsked()
  }

  override onClose(session: SMTPServerSession): void {
    const connection = this.#connections.get(session)
    if (!connection) return
    this.#leave(connection)
  }

  #leave(connection: RelayConnection): void {
    this.#connections.delete(connection.session)
    connection.desk.end()
    if (connection instanceof WatchedConnection) connection.noteLeft()
    this.#door.places.leaveConnection(plainAddress(connection.remoteAddress))
  }

  /** Whoever has been here longest without signing in leaves its place, if it has had the time to sign in. */
  #makeRoom(): boolean {
    const since = this.#door.monotonicMs() - doorLimits.makesRoomAfterMs
    for (const connection of this.#connections.values()) {
      if (connection.hasSignedIn() || connection.isBusy() || connection.connectedAtMs > since) continue
      connection.reply(replies['too-many-connections'])
      this.#leave(connection)
      return true
    }
    return false
  }

  /** After a change of the rules: ends whose sign-in was removed or given another password, or may connect no more. */
  rulesChanged(): void {
    for (const connection of this.#connections.values()) {
      const { book, nowMs } = this.#door
      const mayStay = book().mayConnect(connection.listen, connection.remoteAddress, nowMs())
      if (connection.desk.isRevoked()) connection.endWhenIdle('signed-out')
      else if (!mayStay && !isThisComputer(connection.remoteAddress)) connection.endWhenIdle('stopping')
    }
  }

  /** Ends with 421 whoever takes too long; called once a second. */
  endOverdue(): void {
    const nowMs = this.#door.monotonicMs()
    for (const connection of this.#connections.values()) {
      if (connection.isOverdue(nowMs)) connection.reply(replies['timed-out'])
    }
  }

  endSessionsOf(loginName: string): void {
    for (const connection of this.#connections.values()) {
      if (connection.desk.login() === loginName) connection.endWhenIdle('stopping')
    }
  }

  /** 421 to all, after the messages being received; whoever is still there after `graceMs` is cut off. */
  async endAll(graceMs: number): Promise<void> {
    const open = (): RelayConnection[] => [...this.#connections.values()]
    for (const connection of open()) connection.endWhenIdle('stopping')
    const endsAtMs = performance.now() + graceMs
    while (open().some((connection) => connection.isBusy()) && performance.now() < endsAtMs) await sleep(10)
    for (const connection of open()) connection.destroy()
  }
}

function asError(reply: Reply): Error {
  return Object.assign(new Error(`${reply.enhanced} ${reply.text}`), { responseCode: reply.code })
}

function isDisconnect(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null
  return code === 'ECONNECTION' || code === 'ERR_STREAM_PREMATURE_CLOSE'
}
