import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProcess } from './running-process.ts'

export type SwaksMessage = {
  /** words before the command, which make it run elsewhere */
  readonly within?: readonly string[]
  readonly server?: string
  readonly port: number
  /** verifies the server against this authority; without it any certificate is taken */
  readonly caFile?: string
  /** without a name: no AUTH */
  readonly username?: string
  readonly password?: string
  readonly authType?: 'PLAIN' | 'LOGIN'
  /** `none`: no STARTTLS */
  readonly tls?: 'starttls' | 'none'
  readonly mailFrom: string
  readonly recipients: readonly string[]
  /** text or bytes with CRLF line ends; sent as it is but for dot-stuffing (RFC 5321 4.5.2) */
  readonly message: string | Uint8Array
}

export type SwaksAnswer = {
  /** 0 sent · 2 no connection · 23 MAIL refused · 24 no recipient accepted · 25, 26 DATA refused · 28 AUTH · 29 TLS */
  readonly code: number | null
  /** both sides of the conversation */
  readonly transcript: string
  /** the server's lines alone */
  readonly replies: readonly string[]
}

/** Sends one message with swaks (package swaks, libnet-ssleay-perl), a mail program that is not ours. */
export async function sendWithSwaks(mail: SwaksMessage): Promise<SwaksAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'swaks-'))
  const data = join(folder, 'data')
  await writeFile(data, dotStuffed(mail.message))
  const tls = mail.tls === 'none' ? [] : ['--tls']
  const trust = mail.caFile === undefined ? [] : ['--tls-verify', '--tls-ca-path', mail.caFile]
  const auth =
    mail.username === undefined
      ? []
      : [
          '--auth',
          mail.authType ?? 'PLAIN',
          '--auth-user',
          mail.username,
          '--auth-password',
          mail.password ?? '',
        ]
  const server = ['--server', mail.server ?? '127.0.0.1', '--port', String(mail.port)]
  const envelope = ['--helo', 'program.test', '--from', mail.mailFrom, '--to', mail.recipients.join(',')]
  const content = ['--data', `@${data}`, '--no-data-fixup']
  const swaks = ['swaks', ...server, ...tls, ...trust, ...auth, ...envelope, ...content]
  const [command = '', ...words] = [...(mail.within ?? []), ...swaks]
  const ended = await runProcess(command, words)
  await rm(folder, { recursive: true })
  const transcript = ended.stdout + ended.stderr
  return { code: ended.code, transcript, replies: repliesIn(transcript) }
}

/** swaks marks what the server said with `<- `, ` <~ ` inside TLS, and `<**` when it did not like it. */
function repliesIn(transcript: string): readonly string[] {
  return transcript
    .split('\n')
    .map((line) => /^ ?<(?:-|~|\*\*|~\*) +(\d{3}[ -].*)$/.exec(line)?.[1]?.trimEnd())
    .filter((line) => line !== undefined)
}

function dotStuffed(message: string | Uint8Array): Buffer {
  const text = typeof message === 'string' ? message : Buffer.from(message).toString('latin1')
  const encoding = typeof message === 'string' ? 'utf8' : 'latin1'
  // swaks writes the last CRLF itself.
  const end = text.endsWith('\r\n') ? '.' : '\r\n.'
  return Buffer.from(text.replaceAll(/^\./gm, '..') + end, encoding)
}
