import type net from 'node:net'
import type { SMTPConnection } from 'smtp-server/lib/smtp-connection'
import { type WatchDeed, type WatchedCommand, watchedCommand } from '../domain/watch-step.ts'
import { parseMailCommand } from './mail-command.ts'
import { isThisComputer } from './peer-address.ts'
import { type ConnectionDesk, RelayConnection } from './smtp-connection.ts'
import { type Reply, replyLine } from './smtp-reply.ts'
import type { WatchFeed } from './watch-feed.ts'

/**
 * A connection that somebody watches: the same dialogue, and each step is noted. Of its own class, so that all others
 * don't even ask.
 */
export class WatchedConnection extends RelayConnection {
  readonly #note: (deed: WatchDeed) => void
  #command: WatchedCommand = 'other'
  #repliesSoFar = 0
  /** of the MAIL FROM being answered */
  #sender: string | null = null

  constructor(
    server: SMTPConnection['_server'],
    socket: net.Socket,
    desk: ConnectionDesk,
    watch: WatchFeed,
    from: string,
  ) {
    super(server, socket, desk)
    const number = watch.nextConnection()
    this.#note = (deed) => watch.note(number, deed)
    this.#note({ kind: 'connected', from, nearby: isThisComputer(from) })
  }

  /** Told by whoever keeps the connections: the socket's own event is lost when TLS takes it over. */
  noteLeft(): void {
    this.#note({ kind: 'left' })
  }

  override reply(reply: Reply): void {
    super.reply(reply)
    this.#answered(reply.code, replyLine(reply))
  }

  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const replies = this.#repliesSoFar
    super.send(code, data, context)
    // Known ones went through `reply`, which has noted them.
    if (replies === this.#repliesSoFar)
      this.#answered(code, typeof data === 'string' ? `${code} ${data}` : `${code}`)
  }

  #answered(code: number, line: string): void {
    this.#repliesSoFar += 1
    const login = this.desk.login()
    if (code >= 400) {
      const sender = this.#command === 'MAIL' ? this.#sender : null
      this.#note({ kind: 'refused', command: this.#command, reply: line.slice(0, 500), sender })
    } else if (code === 235 && login !== null) this.#note({ kind: 'signed-in', login })
    else if (code === 250 && this.#command === 'DATA') {
      this.#note({ kind: 'accepted', id: /Accepted as ([\w-]+)/.exec(line)?.[1] ?? '' })
    }
  }

  override _onCommand(command: Buffer, callback?: () => void): void {
    // Lines of a sign-in are no commands, and what they say is nobody's business.
    if (this._nextHandler === false) {
      const verb = /^[A-Z]+/i.exec(command.toString('latin1', 0, 10))?.[0].toUpperCase()
      this.#command = watchedCommand.catch('other').parse(verb)
    }
    super._onCommand(command, callback)
  }

  override handler_EHLO(command: Buffer, callback: () => void): void {
    this.#greeted('EHLO', command)
    super.handler_EHLO(command, callback)
  }

  override handler_HELO(command: Buffer, callback: () => void): void {
    this.#greeted('HELO', command)
    super.handler_HELO(command, callback)
  }

  #greeted(verb: 'EHLO' | 'HELO', command: Buffer): void {
    const name = command.toString().slice(verb.length).trim().slice(0, 255).replaceAll(/\p{C}/gu, '\u{FFFD}')
    this.#note({ kind: 'greeted', verb, name, encrypted: this.secure })
  }

  override handler_MAIL(command: Buffer, callback: () => void): void {
    const parsed = parseMailCommand(command)
    this.#sender = parsed.ok ? (parsed.value.address?.text ?? null) : null
    const before = this.desk.transaction()
    super.handler_MAIL(command, callback)
    const taken = this.desk.transaction()
    if (taken === null || taken === before) return
    if (taken.byAddress) this.#note({ kind: 'recognised', login: taken.login })
    this.#note({ kind: 'sender', address: taken.mailFrom?.text ?? '' })
  }

  override handler_RCPT(command: Buffer, callback: () => void): void {
    const before = this.desk.transaction()?.recipients.size ?? 0
    super.handler_RCPT(command, callback)
    const recipients = [...(this.desk.transaction()?.recipients.keys() ?? [])]
    const address = recipients.at(-1)
    if (address !== undefined && recipients.length > before) this.#note({ kind: 'recipient', address })
  }
}
