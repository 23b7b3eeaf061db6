import type { LoginEntry } from '../config/policy-book.ts'
import { authorize } from '../domain/authorize.ts'
import type { DsnRequest, RecipientDsn } from '../domain/dsn-request.ts'
import type { MailAddress } from '../domain/mail-address.ts'
import type { RefusalReason, SenderIdentity } from '../domain/relay-event.ts'
import { assertNever } from '../domain/result.ts'
import type { Door } from './door.ts'
import { doorLimits } from './limits.ts'
import { type CommandProblem, parseMailCommand, parseRecipientCommand } from './mail-command.ts'
import { tellSenderRefused } from './sender-refusal.ts'
import { checkSignIn } from './sign-in-check.ts'
import {
  type FixedReply,
  type Reply,
  replies,
  replyLine,
  tooLarge,
  tooManyMessages,
  tooManyRecipients,
} from './smtp-reply.ts'

/** A message between MAIL FROM and the answer to its data. */
export type Transaction = {
  readonly login: string
  readonly user: string
  /** recognised by the address it comes from, not by a password */
  readonly byAddress: boolean
  readonly mailFrom: MailAddress | null
  readonly smtpUtf8: boolean
  readonly eightBitMime: boolean
  readonly dsn: Pick<DsnRequest, 'ret' | 'envid'>
  /** verbatim, in the order given, each with what is to be told of it; the same text twice is one recipient */
  readonly recipients: Map<string, RecipientDsn>
}

/** A step of the dialogue: null when it may go on (the library or the connection says its 250), else the reply. */
export type Step = Reply | null

export type Session = {
  signIn(name: string, password: string): { readonly login: string } | Reply
  mail(command: Uint8Array): Step
  recipient(command: Uint8Array): Step
  transaction(): Transaction | null
  /** RSET, EHLO, STARTTLS and the end of a message. */
  reset(): void
  /** STARTTLS: nothing the client said before counts any more (RFC 3207 4.2). */
  forgetSignIn(): void
  /** whose mail this connection carries, if it has said so */
  login(): string | null
  /** Is the sign-in it came in with gone, or has it another password now? Asked after every change of the rules. */
  isRevoked(): boolean
  end(): void
}

/** The state of one connection and every decision about it; knows nothing of sockets. */
export function createSession(door: Door, remoteAddress: string): Session {
  let signedIn: LoginEntry | null = null
  /** the sign-in whose place this connection has taken */
  let placeOf: string | null = null
  let failures = 0
  let current: Transaction | null = null

  const refuse = (reason: RefusalReason, reply: Reply, who: Who, about: About = {}): Reply => {
    door.emit({ event: 'refused', ...who, reason, reply: replyLine(reply), ...about })
    return reply
  }

  const takePlace = (login: string): boolean => {
    if (placeOf === login) return true
    if (!door.places.takeLogin(login)) return false
    leavePlace()
    placeOf = login
    return true
  }
  const leavePlace = (): void => {
    if (placeOf !== null) door.places.leaveLogin(placeOf)
    placeOf = null
  }

  const currentLogin = (): LoginEntry | null =>
    signedIn === null
      ? door.book().loginForAddress(remoteAddress, door.nowMs())
      : door.book().login(signedIn.name)

  return {
    signIn(name, password) {
      const checked = checkSignIn(door, name, password, remoteAddress)
      if (!checked.ok) {
        failures += 1
        const tooOften = checked.reply === 'sign-in-failed' && failures >= doorLimits.failedSignIns
        return replies[tooOften ? 'too-many-failures' : checked.reply]
      }
      const { name: login, user } = checked.login
      if (!takePlace(login)) {
        return refuse('too-many-connections', replies['too-many-connections-of-login'], { login, user })
      }
      signedIn = checked.login
      return { login }
    },

    mail(command) {
      const login = currentLogin()
      if (login === null) return replies['sign-in-first']
      if (current !== null) return replies['message-under-way']
      const who = { login: login.name, user: login.user }
      if (!takePlace(login.name)) {
        return refuse('too-many-connections', replies['too-many-connections-of-login'], who)
      }
      const parsed = parseMailCommand(command)
      if (!parsed.ok) {
        const reply = replies[commandReply(parsed.problem, 'sender-malformed')]
        if (!isAddressProblem(parsed.problem)) return reply
        const address = writtenAddress(command)
        return refuse('address-malformed', reply, who, { identity: 'mail-from', address })
      }
      const { address, declaredBytes, smtpUtf8, eightBitMime, ret, envid } = parsed.value
      const { messageBytes } = door.limits()
      if (declaredBytes !== null && declaredBytes > messageBytes) {
        return refuse('too-large', tooLarge(messageBytes), who)
      }
      const policy = door.book().policyOf(login)
      const decision = authorize(policy, { mailFrom: address, header: null })
      if (decision.decision === 'block') return tellSenderRefused(door, login, policy, decision)
      const nowMs = door.monotonicMs()
      const minutes = waitingMinutes(door, login)
      if (minutes !== null) {
        const reply = tooManyMessages(login.messagesPerHour ?? 0, minutes)
        const first = door.throttle.mayTell(`messages ${login.name}`, nowMs)
        return first ? refuse('too-many-messages', reply, who) : reply
      }
      if (!door.queue.hasRoomFor(declaredBytes ?? 0)) return refuse('storage', replies['storage-full'], who)
      door.seen(login.name)
      const byAddress = signedIn === null
      const recipients = new Map<string, RecipientDsn>()
      const dsn = { ret, envid }
      current = { ...who, byAddress, mailFrom: address, smtpUtf8, eightBitMime, dsn, recipients }
      return null
    },

    recipient(command) {
      if (current === null) return replies[currentLogin() === null ? 'sign-in-first' : 'sender-first']
      const parsed = parseRecipientCommand(command, current.smtpUtf8)
      if (!parsed.ok) {
        const reply = replies[commandReply(parsed.problem, 'recipient-malformed')]
        if (!isAddressProblem(parsed.problem)) return reply
        return refuse('address-malformed', reply, whose(current), { address: writtenAddress(command) })
      }
      const { address, dsn } = parsed.value
      const limit = Math.min(door.limits().recipients, currentLogin()?.recipients ?? Infinity)
      if (current.recipients.size >= limit && !current.recipients.has(address.text)) {
        const reply = tooManyRecipients(limit)
        const first = door.throttle.mayTell(`recipients ${current.login}`, door.monotonicMs())
        return first ? refuse('too-many-recipients', reply, whose(current)) : reply
      }
      current.recipients.set(address.text, dsn)
      return null
    },

    transaction: () => current,
    reset() {
      current = null
    },
    forgetSignIn() {
      current = null
      signedIn = null
      leavePlace()
    },
    login: () => placeOf,
    isRevoked: () =>
      signedIn !== null && door.book().login(signedIn.name)?.passwordHash !== signedIn.passwordHash,
    end: leavePlace,
  }
}

/** Null: this sign-in may send now. */
export function waitingMinutes(door: Door, { name, messagesPerHour }: LoginEntry): number | null {
  return messagesPerHour === undefined
    ? null
    : door.hourly.minutesToWait(name, messagesPerHour, door.monotonicMs())
}

type Who = { readonly login: string; readonly user: string }
type About = { readonly identity?: SenderIdentity; readonly address?: string }

function whose({ login, user }: Transaction): Who {
  return { login, user }
}

function isAddressProblem(problem: CommandProblem): boolean {
  return problem.reason === 'address-malformed' || problem.reason === 'utf8-not-announced'
}

function commandReply(
  problem: CommandProblem,
  malformed: 'sender-malformed' | 'recipient-malformed',
): FixedReply {
  switch (problem.reason) {
    case 'address-malformed':
    case 'utf8-not-announced':
      return malformed
    case 'parameter-malformed':
      return 'parameter-malformed'
    case 'parameter-unknown':
      return 'parameter-unknown'
    default:
      return assertNever(problem)
  }
}

/** What stood where one address was expected: for showing only, control characters made visible. */
function writtenAddress(command: Uint8Array): string {
  const text = new TextDecoder().decode(command.subarray(0, 1_000))
  return text
    .slice(text.indexOf(':') + 1)
    .trim()
    .slice(0, 320)
    .replaceAll(/\p{C}/gu, '\u{FFFD}')
}
