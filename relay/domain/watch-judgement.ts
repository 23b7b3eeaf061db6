import type { WatchDeed, WatchStep } from './watch-step.ts'

/** What a program is most likely, by how it behaves. */
export type ProgramGuess = 'thunderbird-like' | 'outlook-like' | 'apple-like' | 'device-like' | null

/** What a program still needs, or that it works. `from`: its IP address. */
export type WatchFinding =
  | { readonly kind: 'works' }
  | { readonly kind: 'only-looked' }
  /** the same from another computer and in clear, where no sign-in is offered: that may be why it left */
  | { readonly kind: 'looked-in-clear'; readonly from: string }
  /** it asked to send without ever signing in; only its address can tell who it is. `sender`: as whom it wanted to send */
  | {
      readonly kind: 'no-sign-in'
      readonly from: string
      readonly nearby: boolean
      readonly sender: string | null
    }
  /** it signs in or sends from another computer without encryption */
  | { readonly kind: 'no-starttls'; readonly from: string }
  | { readonly kind: 'encrypted-at-once' }
  | { readonly kind: 'sign-in-refused'; readonly reply: string }
  /** the relay's door is not open to it */
  | { readonly kind: 'turned-away'; readonly from: string }
  | { readonly kind: 'message-refused'; readonly reply: string }

export type WatchJudgement = {
  readonly program: ProgramGuess
  /** null: it has done nothing yet, or is still at it */
  readonly finding: WatchFinding | null
}

/** Outlook's own test, in English and Italian. */
const outlookTest = /^(?:microsoft outlook test message|messaggio di prova di microsoft outlook)/i
/** What Thunderbird says while it looks for settings by itself. */
const thunderbirdLooks = 'we-guess.mozilla.org'
/** Mail of macOS and iOS, since 2021, whatever the device is called. */
const appleMail = 'smtpclient.apple'
const implicitTls = 'does not begin with TLS'
const looks: ReadonlySet<string> = new Set<WatchFinding['kind']>(['only-looked', 'looked-in-clear'])

/**
 * Judges one program's newest connection that came to something. `subjectOf`: an accepted message's subject by its id,
 * null where it is not known. Thunderbird greets with an address literal (RFC 5321 4.1.3), and with a name of its own while
 * it only looks; Outlook sends itself a test message; a device often greets with HELO and has never heard of signing in.
 */
export function judgeWatch(
  steps: readonly WatchStep[],
  subjectOf: (id: string) => string | null,
): WatchJudgement {
  const connections = new Map<number, WatchDeed[]>()
  for (const { connection, deed } of steps) {
    connections.set(connection, [...(connections.get(connection) ?? []), deed])
  }
  const newestFirst = [...connections.values()].toReversed()
  const program = newestFirst.map((deeds) => guess(deeds, subjectOf)).find((found) => found !== null) ?? null
  const findings = newestFirst.map(judgeConnection).filter((found) => found !== null)
  // A test that only looks says nothing about a message that went, or was refused, just before.
  const finding = findings.find(({ kind }) => !looks.has(kind)) ?? findings[0] ?? null
  return { program, finding }
}

function judgeConnection(deeds: readonly WatchDeed[]): WatchFinding | null {
  const first = deeds[0]
  // 421: too many at once, which passes; only the others mean that its address is on no list.
  if (first?.kind === 'turned-away')
    return first.reply.startsWith('421') ? null : { kind: 'turned-away', from: first.from }
  const last = deeds.findLast((deed) => deed.kind === 'accepted' || deed.kind === 'refused')
  if (last?.kind === 'accepted') return { kind: 'works' }
  if (last?.kind === 'refused' && first?.kind === 'connected') {
    const { from, nearby } = first
    const { command, reply, sender } = last
    if (reply.startsWith('538')) return { kind: 'no-starttls', from }
    const signIn = deeds.findLast((deed) => deed.kind === 'refused' && deed.command === 'AUTH')
    const refusedSignIn = signIn?.kind === 'refused' ? signIn.reply : null
    if (reply.startsWith('530') && refusedSignIn === null) return { kind: 'no-sign-in', from, nearby, sender }
    if (reply.startsWith('530') || command === 'AUTH')
      return { kind: 'sign-in-refused', reply: refusedSignIn ?? reply }
    if (reply.includes(implicitTls)) return { kind: 'encrypted-at-once' }
    return { kind: 'message-refused', reply }
  }
  const greeting = deeds.findLast((deed) => deed.kind === 'greeted')
  if (!greeting || !deeds.some(({ kind }) => kind === 'left')) return null
  const fromAfar = first?.kind === 'connected' && !first.nearby && !greeting.encrypted
  return fromAfar ? { kind: 'looked-in-clear', from: first.from } : { kind: 'only-looked' }
}

function guess(deeds: readonly WatchDeed[], subjectOf: (id: string) => string | null): ProgramGuess {
  const accepted = deeds.find((deed) => deed.kind === 'accepted')
  if (accepted && outlookTest.test(subjectOf(accepted.id) ?? '')) return 'outlook-like'
  const greeting = deeds.find((deed) => deed.kind === 'greeted')
  if (greeting?.verb === 'HELO') return 'device-like'
  const name = greeting?.name.toLowerCase() ?? ''
  if (name === appleMail) return 'apple-like'
  return name === thunderbirdLooks || /^\[.+\]$/.test(name) ? 'thunderbird-like' : null
}
