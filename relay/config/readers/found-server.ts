import { z } from 'zod'
import { Secret } from '../../secrets/secret.ts'

/**
 * What differs from the file, or needs a person: `was-implicit-tls`: it used SSL/TLS, which this relay doesn't speak ·
 * `was-clear-text`: it sent in clear · `was-oauth`: it signed in without a password · `password-by-command`: a
 * command fetches the password, and it wasn't run.
 */
export const foundNote = z.enum(['was-implicit-tls', 'was-clear-text', 'was-oauth', 'password-by-command'])
export type FoundNote = z.infer<typeof foundNote>

export const sourceProgram = z.enum(['thunderbird', 'msmtp', 'postfix', 'wp-mail-smtp'])
export type SourceProgram = z.infer<typeof sourceProgram>

/** An outgoing server as another program has it, in the words of our own form. Never with its password. */
export const foundServer = z.strictObject({
  program: sourceProgram,
  /** what that program calls it; empty: nothing */
  label: z.string(),
  server: z.string(),
  port: z.int().min(1).max(65_535),
  encryption: z.enum(['starttls', 'none']),
  username: z.string(),
  /** the sender it uses; empty: the file doesn't say */
  from: z.string(),
  notes: z.array(foundNote),
})
export type FoundServer = z.infer<typeof foundServer>

/** `secret`: the password, where the file has it in plain text; it stays in main. */
export type Finding = { readonly server: FoundServer; readonly secret: Secret | null }

/** What a reader understood of one server, before it is put into our words. */
export type RawServer = {
  readonly program: SourceProgram
  readonly label?: string | undefined
  readonly host: string | undefined
  /** undefined: whatever belongs to `tls` */
  readonly port: number | undefined
  readonly tls: 'starttls' | 'implicit' | 'none'
  readonly username?: string | undefined
  readonly from?: string | undefined
  readonly password?: string | undefined
  readonly notes?: readonly FoundNote[]
}

/** The most servers one file can offer; whoever has more types the rest. */
export const mostFindings = 200
const longestText = 300

/**
 * A server in our words, or null when there is none worth offering. SSL/TLS becomes STARTTLS on the port that goes with
 * it, clear text to another computer becomes STARTTLS: each with a note, for the person to look at.
 */
export function findingOf(raw: RawServer): Finding | null {
  const server = plain(raw.host).toLowerCase()
  if (server === '') return null
  const isLocal = server === 'localhost' || server === '::1' || server.startsWith('127.')
  const notes = new Set(raw.notes)
  if (raw.tls === 'implicit') notes.add('was-implicit-tls')
  if (raw.tls === 'none' && !isLocal) notes.add('was-clear-text')
  return {
    server: {
      program: raw.program,
      label: plain(raw.label),
      server,
      port: portOf(raw, server),
      encryption: raw.tls === 'none' && isLocal ? 'none' : 'starttls',
      username: plain(raw.username),
      from: plain(raw.from),
      notes: [...notes],
    },
    secret: raw.password === undefined || raw.password === '' ? null : new Secret(raw.password),
  }
}

function portOf({ port, tls }: RawServer, server: string): number {
  const startTlsPort = server.endsWith('smtpok.com') ? 2525 : 587
  if (tls === 'implicit') return startTlsPort
  if (port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  return tls === 'starttls' ? startTlsPort : 25
}

/** Text from somebody else's file: on one line, of a length that fits a form. */
function plain(text: string | undefined): string {
  return (text ?? '')
    .slice(0, longestText)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
}

/** A whole number as text, or undefined. */
export function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined
}

/** A file's lines, as many and as long as a reader looks at: a file of another kind must not cost more than a moment. */
export function linesIn(text: string): readonly string[] {
  return text.split(/\r?\n/, 100_000).map((line) => line.slice(0, 2_000))
}
