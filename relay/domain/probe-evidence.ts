import { z } from 'zod'

/**
 * What was seen at a stage of a connection check, as data: each language has its own sentence for it. The names in braces
 * are its values. `verbatim`: what a server or the system said, word for word.
 */
const english = {
  verbatim: '{text}',
  connected: 'connected to {address} port {port}',
  'not-connected': 'no connection: {attempts}',
  'no-network-card': 'no network card of this computer has {address}',
  'name-not-found': '{code} for {server}',
  'no-answer': 'no answer in time',
  'closed-at-once': 'the connection was closed without a word ({code})',
  closed: 'the server closed the connection ({code})',
  cut: 'the connection was cut',
  'tls-first': 'it expects TLS from the first byte, as port 465 does',
  'said-too-much': 'more was sent in clear after the answer to STARTTLS than was asked for',
  certificate: 'for {names}; issued by {issuer}; valid {from} to {to}',
  'bad-certificate': '{fault}: for {names}; issued by {issuer}; valid {from} to {to}',
  'no-auth': 'the server offers no AUTH',
  'no-time': 'no time was left after the sign-ins on other ports',
  'refused-elsewhere':
    'not tried here, since servers lock accounts after some refusals; another port said: {reply}',
  'nothing-sent': 'nothing was sent',
} as const

type Kind = keyof typeof english
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type ValuesOf<K extends Kind> = { readonly [Name in NamesIn<(typeof english)[K]>]: string }

const kinds: readonly Kind[] = Object.keys(english).filter((key): key is Kind => key in english)

const value = z.string().exactOptional()

export const probeEvidence = z.strictObject({
  kind: z.enum(kinds),
  // Each by its name: what may reach the page has no place for anything else.
  values: z.strictObject({
    text: value,
    address: value,
    port: value,
    attempts: value,
    code: value,
    server: value,
    names: value,
    issuer: value,
    from: value,
    to: value,
    fault: value,
    reply: value,
  }),
})
export type ProbeEvidence = z.infer<typeof probeEvidence>
export type EvidenceKind = ProbeEvidence['kind']

/** Evidence with all the values its sentence asks for. */
export function seen<K extends Kind>(kind: K, values: ValuesOf<K>): ProbeEvidence {
  return { kind, values: { ...values } }
}

/** What a server or the system said. */
export function verbatim(text: string): ProbeEvidence {
  return seen('verbatim', { text })
}

/** In English on one line, for the command line, reports and logs; `nobody` where a value is empty. */
export function evidenceLine({ kind, values }: ProbeEvidence): string {
  if (kind === 'verbatim') return values.text ?? ''
  const named: Readonly<Record<string, string | undefined>> = values
  return english[kind].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => named[name] || 'nobody')
}

/** The same with each value passed through `change`. */
export function mapEvidence(
  { kind, values }: ProbeEvidence,
  change: (text: string) => string,
): ProbeEvidence {
  return {
    kind,
    values: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, change(text)])),
  }
}
