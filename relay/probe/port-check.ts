import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import { mapEvidence, type ProbeEvidence, seen, verbatim } from '../domain/probe-evidence.ts'
import {
  type PortReport,
  type ProbeStage,
  type ProbeVerdict,
  type StageReport,
  verdictOfStages,
} from '../domain/probe-report.ts'
import { assertNever } from '../domain/result.ts'
import { redactKnown } from '../secrets/redact.ts'
import { timeLimit } from '../time-limit.ts'
import { addressLiteral, openSocket, type ServerAddress, secure } from './probe-connection.ts'
import { type Heard, openProbeDialogue, type ProbeDialogue } from './probe-dialogue.ts'
import {
  certificateEvidence,
  isProxyGreeting,
  isStartTlsMasked,
  judgeCertificate,
  judgeConnect,
  judgeForeignWords,
  judgeHandshake,
  judgeReply,
} from './probe-judgement.ts'
import { type ProbeCredentials, probeSignIn, secretsOf } from './probe-sign-in.ts'
import type { SignInGate } from './sign-in-gate.ts'

export type PortCheckOptions = {
  readonly server: string
  readonly port: number
  readonly addresses: readonly ServerAddress[]
  readonly trust: SecureContext
  /** `none`: the user's explicit choice for this server; nothing is encrypted, and the sign-in isn't either */
  readonly encryption: 'starttls' | 'none'
  readonly credentials: ProbeCredentials | null
  /** shared by the ports of one check */
  readonly gate: SignInGate
  /** envelope senders to ask for; nothing is sent */
  readonly senders: readonly string[]
  readonly timeoutMs: number
  readonly cancel: AbortSignal
  readonly onStage: (stage: StageReport) => void
}

const goodbyeMs = 1000

/** What the other ports' verdicts are compared with. */
export type PortFindings = PortReport & {
  readonly greeting: string | null
  /** STARTTLS was in the server's list; null: no list was seen */
  readonly offersStartTls: boolean | null
}

/**
 * Checks one port, stage by stage, until one isn't `ok`: TCP, greeting, EHLO, STARTTLS, certificate, AUTH, MAIL FROM for
 * each sender with RSET after it, QUIT. Sends no message. A password is shown only to a server whose certificate is
 * good. Ends after `timeoutMs` in all.
 */
export async function checkPort(options: PortCheckOptions): Promise<PortFindings> {
  const { server, port, encryption, credentials } = options
  const over = timeLimit(options.timeoutMs, options.cancel)
  const stages: StageReport[] = []
  const secrets = credentials ? secretsOf(credentials) : []
  let sinceMs = performance.now()
  const note = (stage: ProbeStage, verdict: ProbeVerdict, evidence: ProbeEvidence): boolean => {
    const nowMs = performance.now()
    const ms = Math.round((nowMs - sinceMs) * 10) / 10
    sinceMs = nowMs
    // What a cancel cut short says nothing about the port.
    if (options.cancel.aborted && verdict !== 'ok') return false
    const clean = (text: string): string => printable(redactKnown(text, secrets))
    const report = { stage, verdict, ms, evidence: mapEvidence(evidence, clean) }
    stages.push(report)
    options.onStage(report)
    return verdict === 'ok'
  }
  /** The reply, when it lets the check go on; otherwise noted, and null. */
  const passed = (stage: ProbeStage, heard: Heard) => {
    if (heard.kind === 'reply') {
      const verdict = judgeReply(stage, heard.reply)
      if (verdict === null) return heard.reply
      note(stage, verdict, verbatim(heard.reply.text))
      return null
    }
    note(stage, ...silence(stage, heard))
    return null
  }
  const findings = { greeting: null as string | null, offersStartTls: null as boolean | null }
  const open: Socket[] = []

  const talk = async (): Promise<void> => {
    const opened = await openSocket(options.addresses, port, over)
    if ('codes' in opened) return void note('tcp', judgeConnect(opened.codes), opened.evidence)
    open.push(opened)
    note('tcp', 'ok', seen('connected', { address: opened.remoteAddress ?? '', port: String(port) }))
    let dialogue = openProbeDialogue(opened, over)
    const greeting = passed('greeting', await hearGreeting(dialogue, options.timeoutMs))
    if (!greeting) return
    findings.greeting = greeting.text
    if (isProxyGreeting(greeting.text)) return void note('greeting', 'intercepted', verbatim(greeting.text))
    note('greeting', 'ok', verbatim(greeting.text))
    const ehlo = `EHLO ${addressLiteral(opened)}`
    let abilities = passed('ehlo', await dialogue.say(ehlo))
    if (!abilities) return
    note('ehlo', 'ok', verbatim(abilities.lines.slice(1).join(', ')))
    if (encryption === 'starttls') {
      findings.offersStartTls = abilities.lines.some((line) => /^STARTTLS\s*$/i.test(line))
      if (!findings.offersStartTls) {
        const masked = isStartTlsMasked(abilities.lines)
        const offered = verbatim(abilities.lines.join(', '))
        note('starttls', masked ? 'starttls-stripped' : 'starttls-not-offered', offered)
        return
      }
      const ready = passed('starttls', await dialogue.say('STARTTLS'))
      if (!ready) return
      if (dialogue.hasUnread()) {
        // Answers from before the encryption that would be taken for the server's own after it.
        return void note('starttls', 'intercepted', seen('said-too-much', {}))
      }
      const secured = await secure(dialogue.release(), server, options.trust, over)
      if ('code' in secured) return void note('starttls', judgeHandshake(secured.code), secured.evidence)
      open.push(secured.socket)
      const cipher = secured.socket.getCipher().standardName
      note('starttls', 'ok', verbatim(`${secured.socket.getProtocol()}, ${cipher}`))
      const certificate = secured.socket.getPeerCertificate()
      const { fault } = secured
      const verdict = fault === null ? 'ok' : judgeCertificate(fault, certificate)
      if (!note('certificate', verdict, certificateEvidence(certificate, fault)) || fault !== null) return
      dialogue = openProbeDialogue(secured.socket, over)
      abilities = passed('ehlo', await dialogue.say(ehlo))
      if (!abilities) return
    }
    if (credentials && !(await signIn(dialogue, abilities.lines, credentials))) return
    if (!(await askSenders(dialogue))) return
    // Everything is known by then: a server that has no goodbye holds nobody up.
    await dialogue.say('QUIT', goodbyeMs)
    note('quit', 'ok', seen('nothing-sent', {}))
  }

  const signIn = async (
    dialogue: ProbeDialogue,
    lines: readonly string[],
    credentials: ProbeCredentials,
  ): Promise<boolean> => {
    const silent = (heard: Exclude<Heard, { kind: 'reply' }>) => {
      const [verdict, evidence] = silence('auth', heard)
      return { verdict, evidence }
    }
    const found = await probeSignIn(dialogue, lines, credentials, options.gate, over, silent)
    return note('auth', found.verdict, found.evidence)
  }

  /** False when the connection is good for nothing more. */
  const askSenders = async (dialogue: ProbeDialogue): Promise<boolean> => {
    for (const sender of options.senders) {
      const reply = passed('mail-from', await dialogue.say(`MAIL FROM:<${sender}>${smtpUtf8(sender)}`))
      if (reply) note('mail-from', 'ok', verbatim(`${sender}: ${reply.text}`))
      const reset = await dialogue.say('RSET')
      if (reset.kind === 'reply') continue
      if (reply) note('mail-from', ...silence('mail-from', reset))
      return false
    }
    return true
  }

  try {
    await talk()
  } finally {
    // TLS first: it still holds the socket below it.
    for (const socket of open.toReversed()) socket.destroy()
  }
  return { port, verdict: verdictOfStages(stages), stages, ...findings }
}

/**
 * Waits for the greeting. A web page's server waits for a request: to one that stays silent most of the time allowed a
 * word is said, and what it answers shows what it is. A real server that is merely slow loses nothing but this check.
 */
async function hearGreeting(dialogue: ProbeDialogue, timeoutMs: number): Promise<Heard> {
  const heard = await dialogue.hear(Math.round(timeoutMs * 0.75))
  if (heard.kind !== 'timeout') return heard
  // With an empty line behind it, which ends a request of HTTP.
  dialogue.write('QUIT\r\n')
  const answer = await dialogue.hear()
  // Silent until spoken to, then gone: so does a server that waits for TLS and gets words.
  return answer.kind === 'foreign' || answer.kind === 'closed' ? answer : heard
}

/** The verdict where no reply came. */
function silence(stage: ProbeStage, heard: Exclude<Heard, { kind: 'reply' }>): [ProbeVerdict, ProbeEvidence] {
  switch (heard.kind) {
    case 'foreign':
      // A TLS record (RFC 8446 5.1), whatever is in it.
      return /^[\x14-\x17]\x03/.test(heard.seen)
        ? ['not-smtp', seen('tls-first', {})]
        : [judgeForeignWords(heard.seen), verbatim(heard.seen)]
    case 'closed':
      return stage === 'greeting'
        ? ['not-smtp', seen('closed-at-once', { code: heard.code })]
        : ['server-busy', seen('closed', { code: heard.code })]
    case 'timeout':
      return ['connection-timeout', seen('no-answer', {})]
    default:
      return assertNever(heard)
  }
}

/** On one line, and without what can't be seen: what moves a terminal's cursor or turns its writing round is that. */
function printable(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

// RFC 6531 3.4: an address outside ASCII needs it said.
function smtpUtf8(address: string): string {
  return /^[\x21-\x7e]*$/.test(address) ? '' : ' SMTPUTF8'
}
