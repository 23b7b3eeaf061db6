import type { Words } from './sentences.ts'

type Own = readonly [RegExp, Parameters<Words>[0]]

/** What the check itself says, in its own English (relay/probe); named groups are the values of the sentence. */
const own = [
  [/^connected to (?<address>\S+) port (?<port>\d+)$/, 'probe.evidence.connected'],
  [/^no answer in time$/, 'probe.evidence.silence'],
  [/^the connection was closed without a word \((?<code>.*)\)$/, 'probe.evidence.closedAtOnce'],
  [/^the server closed the connection \((?<code>.*)\)$/, 'probe.evidence.closed'],
  [/^the connection was cut$/, 'probe.evidence.cut'],
  [/^it expects TLS from the first byte, as port 465 does$/, 'probe.evidence.tlsFirst'],
  [/^more was sent in clear after the answer to STARTTLS than was asked for$/, 'probe.evidence.injected'],
  [/^the server offers no AUTH$/, 'probe.evidence.noAuth'],
  [/^no time was left after the sign-ins on other ports$/, 'probe.evidence.noTime'],
  [/^not tried here, since .* refusals; another port said: (?<reply>.*)$/, 'probe.evidence.notTried'],
  [
    /^for (?<names>.*); issued by (?<issuer>.*); valid (?<from>\S+) to (?<to>\S+)$/,
    'probe.evidence.certificate',
  ],
  [/^nothing was sent$/, 'probe.evidence.nothingSent'],
] as const satisfies readonly Own[]

const values = { address: '', port: '', code: '', reply: '', names: '', issuer: '', from: '', to: '' }

/** What was seen at a step: the check's own words in the person's language, a server's and a system's as they are. */
export function evidenceWords(t: Words, evidence: string): string {
  for (const [pattern, key] of own) {
    const found = pattern.exec(evidence)
    if (found) return t(key, { ...values, ...found.groups })
  }
  return evidence
}
