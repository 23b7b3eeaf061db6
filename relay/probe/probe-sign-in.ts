import { evidenceLine, type ProbeEvidence, seen, verbatim } from '../domain/probe-evidence.ts'
import type { ProbeVerdict } from '../domain/probe-report.ts'
import type { Secret } from '../secrets/secret.ts'
import type { Heard, ProbeDialogue } from './probe-dialogue.ts'
import { judgeReply, type SmtpReply } from './probe-judgement.ts'
import type { SignInGate } from './sign-in-gate.ts'

export type ProbeCredentials = { readonly username: string; readonly password: Secret }

type Finding = { readonly verdict: ProbeVerdict; readonly evidence: ProbeEvidence }

/**
 * Signs in with PLAIN, else LOGIN (RFC 4954, RFC 4616), when the gate lets it; `lines` are those of the EHLO answer.
 * `silence` words what came in place of a reply. CRAM-MD5 alone is no way in: the relay doesn't speak it either.
 */
export async function probeSignIn(
  dialogue: ProbeDialogue,
  lines: readonly string[],
  { username, password }: ProbeCredentials,
  gate: SignInGate,
  over: AbortSignal,
  silence: (heard: Exclude<Heard, { kind: 'reply' }>) => Finding,
): Promise<Finding> {
  const offered = lines.find((line) => /^AUTH[ =]/i.test(line)) ?? ''
  const mechanisms = new Set(offered.toUpperCase().split(/[ =]+/).slice(1))
  const isPlain = mechanisms.has('PLAIN')
  if (!isPlain && !mechanisms.has('LOGIN')) {
    return { verdict: 'auth-not-offered', evidence: offered ? verbatim(offered) : seen('no-auth', {}) }
  }
  const turn = await gate.enter(over)
  if (turn === 'too-late') {
    return { verdict: 'connection-timeout', evidence: seen('no-time', {}) }
  }
  if (turn !== 'go') {
    const { verdict, reply } = turn.refused
    return { verdict, evidence: seen('refused-elsewhere', { reply }) }
  }
  const said = isPlain
    ? [`AUTH PLAIN ${base64(`\0${username}\0${password.reveal()}`)}`]
    : ['AUTH LOGIN', base64(username), base64(password.reveal())]
  const heard = await sayAll(dialogue, said)
  const finding = heard.kind === 'reply' ? judged(heard.reply) : silence(heard)
  const { verdict, evidence } = finding
  if (verdict === 'credentials-refused' || verdict === 'account-inactive')
    gate.leave({ verdict, reply: evidenceLine(evidence) })
  else gate.leave(verdict === 'ok' ? 'accepted' : 'unknown')
  return finding
}

/** What of a sign-in must not stand in evidence, should a server repeat it. */
export function secretsOf({ username, password }: ProbeCredentials): readonly string[] {
  const text = password.reveal()
  return [text, base64(`\0${username}\0${text}`)]
}

/** Says one line after the other for as long as the server asks for more (334). */
async function sayAll(dialogue: ProbeDialogue, lines: readonly string[]): Promise<Heard> {
  const [first = '', ...rest] = lines
  let heard = await dialogue.say(first)
  for (const line of rest) {
    if (heard.kind !== 'reply' || heard.reply.code !== 334) return heard
    heard = await dialogue.say(line)
  }
  return heard
}

function judged(reply: SmtpReply): Finding {
  // Asking for yet more is no acceptance: 235 alone is (RFC 4954 4).
  if (reply.code === 334) return { verdict: 'auth-not-offered', evidence: verbatim(reply.text) }
  return { verdict: judgeReply('auth', reply) ?? 'ok', evidence: verbatim(reply.text) }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}
