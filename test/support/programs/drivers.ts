import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { msmtprc } from '../../../relay/domain/program-files/msmtprc.ts'
import type { GuideId } from '../../../renderer/guides/all-guides.ts'
import { snippetOf } from '../../../renderer/guides/snippets/snippet-of.ts'
import { writeMail } from '../mail.ts'
import { runProcess } from '../running-process.ts'
import { sendWithSwaks } from '../swaks.ts'
import type { SetUp } from './places.ts'

export type Attempt = { readonly code: number | null; readonly said: string }

/** A real program: which guide its values come from, and how it is made to send one message. */
export type Driver = {
  readonly guide: GuideId
  /** `folder`: empty, the program's home · the message goes to the sender's own address */
  send(setUp: SetUp, folder: string, subject: string): Promise<Attempt>
}

async function run(
  folder: string,
  command: string,
  args: readonly string[],
  more: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<Attempt> {
  const env = { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', ...more.env }
  const options = more.input === undefined ? {} : { input: more.input }
  const ended = await runProcess(command, args, { env, cwd: folder, ...options })
  return { code: ended.code, said: ended.stdout + ended.stderr }
}

/** The guide's own text to paste, with another subject, as a file that is run. */
export async function runSnippet(
  guide: GuideId,
  { values, password }: SetUp,
  place: {
    readonly folder: string
    readonly file: string
    readonly command: string
    readonly args?: readonly string[]
  },
  subject: string,
): Promise<Attempt> {
  const snippet = snippetOf(guide, values)
  if (snippet === null) throw new Error(`the guide ${guide} has nothing to paste`)
  await writeFile(join(place.folder, place.file), snippet.replaceAll(/(["'])Test\1/g, `$1${subject}$1`))
  return run(place.folder, place.command, [...(place.args ?? []), place.file], {
    env: { SMTP_PASSWORD: password },
  })
}

const mailTo = ({ values }: SetUp, subject: string): string =>
  writeMail({ from: values.from, to: values.from, subject })

export const drivers: Readonly<Record<string, Driver>> = {
  'Python smtplib': {
    guide: 'python',
    send: (setUp, folder, subject) =>
      runSnippet('python', setUp, { folder, file: 'send.py', command: 'python3' }, subject),
  },
  PHPMailer: {
    guide: 'phpmailer',
    async send(setUp, folder, subject) {
      await mkdir(join(folder, 'vendor'))
      await symlink('/usr/share/php/libphp-phpmailer/autoload.php', join(folder, 'vendor', 'autoload.php'))
      return runSnippet('phpmailer', setUp, { folder, file: 'send.php', command: 'php' }, subject)
    },
  },
  Nodemailer: {
    guide: 'nodemailer',
    async send(setUp, folder, subject) {
      await symlink(resolve('node_modules'), join(folder, 'node_modules'))
      const place = { folder, file: 'send.mjs', command: process.execPath }
      return runSnippet('nodemailer', setUp, place, subject)
    },
  },
  msmtp: {
    guide: 'msmtp',
    async send(setUp, folder, subject) {
      const passwordFile = join(folder, "the program's password")
      await writeFile(passwordFile, `${setUp.password}\n`, { mode: 0o600 })
      const made = msmtprc(setUp.values, passwordFile)
      if (!made.ok) throw new Error(made.problem.reason)
      await writeFile(join(folder, '.msmtprc'), made.value, { mode: 0o600 })
      return run(folder, 'msmtp', ['--read-recipients'], { input: mailTo(setUp, subject) })
    },
  },
  curl: {
    guide: 'other-program',
    async send(setUp, folder, subject) {
      const { server, port, username, from, certificateFile } = setUp.values
      const words = [
        '--silent',
        '--show-error',
        '--ssl-reqd',
        '--cacert',
        certificateFile,
        '--mail-from',
        from,
        '--mail-rcpt',
        from,
        '--upload-file',
        'mail',
        '--config',
        '-',
      ]
      await writeFile(join(folder, 'mail'), mailTo(setUp, subject))
      const input = `user = "${username}:${setUp.password}"\n`
      return run(folder, 'curl', [...words, `smtp://${server}:${port}`], { input })
    },
  },
  swaks: {
    guide: 'other-program',
    async send(setUp, _folder, subject) {
      const { server, port, username, from, certificateFile } = setUp.values
      const answer = await sendWithSwaks({
        server,
        port,
        username,
        password: setUp.password,
        caFile: certificateFile,
        mailFrom: from,
        recipients: [from],
        message: mailTo(setUp, subject),
      })
      return { code: answer.code, said: answer.transcript }
    },
  },
  mutt: {
    guide: 'other-program',
    async send(setUp, folder, subject) {
      const { server, port, username, from, certificateFile } = setUp.values
      const settings = {
        from,
        smtp_url: `smtp://${encodeURIComponent(username)}@${server}:${port}`,
        smtp_pass: setUp.password,
        ssl_ca_certificates_file: certificateFile,
      }
      const lines = Object.entries(settings).map(([name, value]) => `set ${name} = "${value}"\n`)
      const rest = 'set ssl_starttls = yes\nset ssl_force_tls = yes\nset copy = no\n'
      await writeFile(join(folder, 'muttrc'), lines.join('') + rest)
      return run(folder, 'mutt', ['-n', '-F', 'muttrc', '-s', subject, from], { input: 'Good morning.\n' })
    },
  },
  's-nail': {
    guide: 'other-program',
    async send(setUp, folder, subject) {
      const { port, username, from, certificateFile } = setUp.values
      // It compares a certificate's names and never its addresses: this computer has to be called by its name.
      const server = setUp.values.server === '127.0.0.1' ? 'localhost' : setUp.values.server
      const url = `smtp://${encodeURIComponent(username)}:${encodeURIComponent(setUp.password)}@${server}:${port}`
      const settings = [
        'set v15-compat',
        `set mta=${url}`,
        'set smtp-use-starttls',
        'set smtp-auth=login',
        'set tls-verify=strict',
        `set tls-ca-file=${certificateFile}`,
        `set from=${from}`,
        'set DEAD=dead.letter',
      ]
      await writeFile(join(folder, 'mailrc'), settings.map((line) => `${line}\n`).join(''))
      const env = { MAILRC: join(folder, 'mailrc') }
      const words = ['-S', 'sendwait', '-n', '-s', subject, from]
      return run(folder, 's-nail', words, { env, input: 'Good morning.\n' })
    },
  },
}
