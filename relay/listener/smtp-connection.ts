import type net from 'node:net'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection'
import type { ListenAddress } from '../domain/relay-event.ts'
import type { Manners } from './door.ts'
import { looksLikeHttp, looksLikeTls } from './foreign-protocol.ts'
import { doorLimits, type Timeouts } from './limits.ts'
import { isLoopback } from './peer-address.ts'
import type { Session } from './session.ts'
import { ownWords } from './smtp-library-words.ts'
import { type FixedReply, type Reply, replies } from './smtp-reply.ts'

/** What a connection needs of the relay. */
export type ConnectionDesk = {
  readonly session: Session
  /** the address of the configuration that it came in by */
  readonly listen: ListenAddress
  readonly timeouts: Timeouts
  readonly monotonicMs: () => number
  readonly messageBytes: () => number
  readonly manners: Manners
  readonly tellImplicitTls: () => void
}

let connectionsMade = 0

const idleCommands = /^(?:NOOP|RSET|VRFY|HELP|HELO|EHLO)\b/i

/**
 * The library's connection with our own manners: greets at once, reads MAIL and RCPT itself, limits total times, and
 * answers in our words. Nothing in node_modules is changed; what is overridden are its documented seams.
 */
export class RelayConnection extends SMTPConnection {
  readonly #desk: ConnectionDesk
  readonly connectedAtMs: number
  #lastReplyAtMs: number
  #dataSinceMs = 0
  #errors = 0
  #idleCommands = 0
  #endAfterMessage: FixedReply | null = null

  constructor(server: SMTPConnection['_server'], socket: net.Socket, desk: ConnectionDesk) {
    // Of our own: the library's are random, which costs more than all else it does here.
    super(server, socket, { id: `${(connectionsMade += 1)}` })
    this.#desk = desk
    this.connectedAtMs = desk.monotonicMs()
    this.#lastReplyAtMs = this.connectedAtMs
  }

  get desk(): Session {
    return this.#desk.session
  }

  get listen(): ListenAddress {
    return this.#desk.listen
  }

  /** Without the library's 100 ms wait for early talkers: every client here signs in, nothing is gained by it. */
  override init(): void {
    // Before the parser hears of it: neither has to wait for the end of a line.
    this._socket.once('data', (bytes: Buffer) => this.#look(bytes))
    this._setListeners(() => this.connectionReady())
  }

  #look(firstBytes: Buffer): void {
    if (looksLikeHttp(firstBytes)) return void this._socket.destroy()
    if (!looksLikeTls(firstBytes)) return
    this.#desk.tellImplicitTls()
    this.reply(replies['implicit-tls'])
    this.close()
  }

  reply(reply: Reply): void {
    super.send(reply.code, `${reply.enhanced} ${reply.text}`, false)
    this.#afterReply(reply.code)
  }

  /** The library's own replies pass here: known ones get our words, ours (by callback) their own enhanced code. */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const own = typeof data === 'string' ? ownWords(data) : null
    if (own !== null) return this.reply(own)
    const carriesCode = typeof data === 'string' && /^[245]\.\d{1,3}\.\d{1,3} /.test(data)
    super.send(code, data, carriesCode ? false : context)
    this.#afterReply(code)
  }

  #afterReply(code: number): void {
    this.#lastReplyAtMs = this.#desk.monotonicMs()
    if (code < 500) return
    this.#errors += 1
    if (this.#errors === doorLimits.refusedCommands) this.reply(replies['too-many-errors'])
  }

  override _onCommand(command: Buffer, callback?: () => void): void {
    // In the middle of a sign-in lines are no commands.
    const inSignIn = this._nextHandler !== false
    // A web page can make a browser post to a mail port: whatever comes after such a line isn't meant as mail.
    if (!inSignIn && looksLikeHttp(command)) return void this._socket.destroy()
    const line = command.toString('latin1', 0, 8)
    if (!inSignIn && command.length > doorLimits.commandBytes && !/^AUTH /i.test(line)) {
      this.reply(replies['line-too-long'])
      return void setImmediate(() => callback?.())
    }
    if (!inSignIn && idleCommands.test(line) && ++this.#idleCommands > doorLimits.idleCommands) {
      return this.reply(replies['too-many-errors'])
    }
    super._onCommand(command, callback)
  }

  override _resetSession(): void {
    super._resetSession()
    this.#desk.session.reset()
  }

  override handler_EHLO(command: Buffer, callback: () => void): void {
    const name = /^EHLO +(\S{1,255}) *$/i.exec(command.toString())?.[1]
    if (name === undefined || /\p{C}/u.test(name)) {
      this.reply(replies['parameter-malformed'])
      return callback()
    }
    this.hostNameAppearsAs = name.toLowerCase()
    this._resetSession()
    const features = [
      'PIPELINING',
      '8BITMIME',
      'SMTPUTF8',
      'ENHANCEDSTATUSCODES',
      'DSN',
      `SIZE ${this.#desk.messageBytes()}`,
      ...(this.#maySignInHere() ? ['AUTH PLAIN LOGIN'] : []),
      ...(this.secure ? [] : ['STARTTLS']),
    ]
    this.send(250, [`${this.name} ${this.#desk.manners.banner}`, ...features], false)
    callback()
  }

  override handler_AUTH(command: Buffer, callback: () => void): void {
    const reply = !this.#maySignInHere()
      ? replies['encryption-first']
      : this.desk.transaction()
        ? replies['message-under-way']
        : null
    if (reply === null) return super.handler_AUTH(command, callback)
    this.reply(reply)
    callback()
  }

  override handler_MAIL(command: Buffer, callback: () => void): void {
    const refused = this.desk.mail(command)
    if (refused === null) {
      this.session.envelope.mailFrom = {
        address: this.desk.transaction()?.mailFrom?.text ?? '',
        args: false,
      }
      this.send(250, '2.1.0 Sender accepted.')
    } else this.reply(refused)
    // Not at once: when a whole second message came in the same packet, the library would reach that message's end
    // before it is done with the first one's, and answer it never.
    setImmediate(callback)
  }

  override handler_RCPT(command: Buffer, callback: () => void): void {
    const refused = this.desk.recipient(command)
    if (refused === null) this.send(250, '2.1.5 Recipient accepted.')
    else this.reply(refused)
    callback()
  }

  /**
   * Without the library's wait for the client's own end, once the answer is with the operating system: it closes the
   * connection in order, and whatever a client says after QUIT isn't for us. TLS has its own farewell.
   */
  override handler_QUIT(_command: Buffer, callback: () => void): void {
    this.send(221, 'Bye')
    if (this.secure || this._socket.writableLength > 0) this.close()
    else {
      if (this._parser) this._parser.isClosed = true
      this.destroy()
    }
    callback()
  }

  override handler_DATA(command: Buffer, callback: () => void): void {
    const transaction = this.desk.transaction()
    if (transaction === null || transaction.recipients.size === 0) {
      this.reply(replies[transaction === null ? 'sender-first' : 'recipient-first'])
      return callback()
    }
    // The library asks its own envelope whether there are recipients; ours has the real ones.
    this.session.envelope.rcptTo = [{ address: 'kept-in-our-session', args: false }]
    this.#dataSinceMs = this.#desk.monotonicMs()
    this.#idleCommands = 0
    super.handler_DATA(command, callback)
  }

  /** Has the client taken longer than it may? Never while it waits for us. */
  isOverdue(nowMs: number): boolean {
    const { commandMs, dataMs, sessionMs, signInMs } = this.#desk.timeouts
    if (this.#receiving()) return nowMs - this.#dataSinceMs > dataMs
    if (this.#deciding()) return false
    const age = nowMs - this.connectedAtMs
    return (
      nowMs - this.#lastReplyAtMs > commandMs || age > sessionMs || (!this.hasSignedIn() && age > signInMs)
    )
  }

  /** 421 at once, or, when a message is being received, right after its answer. */
  endWhenIdle(reason: 'stopping' | 'signed-out'): void {
    this.#endAfterMessage ??= reason
    this.endIfAsked()
  }

  endIfAsked(): void {
    if (this.#endAfterMessage !== null && !this.isBusy()) this.reply(replies[this.#endAfterMessage])
  }

  hasSignedIn(): boolean {
    return this.desk.login() !== null
  }

  /** A message is being received, or its answer is not out yet. */
  isBusy(): boolean {
    return this.#receiving() || this.#deciding()
  }

  destroy(): void {
    this._socket.destroy()
  }

  #receiving(): boolean {
    return Boolean(this._dataStream) && this._parser !== false && this._parser._dataMode
  }

  #deciding(): boolean {
    return Boolean(this._dataStream) && !this.#receiving()
  }

  #maySignInHere(): boolean {
    return this.secure || (isLoopback(this.remoteAddress) && this.#desk.manners.signInInClearOnLoopback)
  }
}
