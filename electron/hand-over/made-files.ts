import { eximSnippet } from '../../relay/domain/program-files/exim.ts'
import { msmtprc } from '../../relay/domain/program-files/msmtprc.ts'
import {
  checkFilePassword,
  type FileText,
  type HandOverProblem,
  type OutgoingServer,
} from '../../relay/domain/program-files/outgoing-server.ts'
import { postfixMain, postfixPasswords } from '../../relay/domain/program-files/postfix.ts'
import { shellQuoted } from '../../relay/domain/program-files/quoting.ts'
import { environmentFile, wordPressConstants } from '../../relay/domain/program-files/web-settings.ts'
import { assertNever, done, failed, type Result } from '../../relay/domain/result.ts'
import type { HandOverFormat } from '../ipc/window-handover.ts'
import { autoconfig } from './autoconfig.ts'
import type { IncomingServer } from './incoming-server.ts'
import { mobileconfig } from './mobileconfig.ts'

export type MadeFile = { readonly path: string; readonly text: string }

export type FileWish = {
  readonly format: HandOverFormat
  readonly server: OutgoingServer
  /** null: without it; autoconfig and Apple's profile never have it */
  readonly password: string | null
  readonly incoming: IncomingServer | null
  /** where the file is to be; a file with the password lies beside it */
  readonly path: string
  readonly uuid: () => string
}

export type MadeFiles = Result<readonly MadeFile[], HandOverProblem | { readonly reason: 'incoming-missing' }>

/** What the dialog offers as a name. Thunderbird looks an autoconfig file up by its domain. */
export function fileName(format: HandOverFormat, { from }: OutgoingServer): string {
  return format === 'autoconfig' ? `${from.slice(from.lastIndexOf('@') + 1)}.xml` : fileNames[format]
}

const fileNames: Readonly<Record<Exclude<HandOverFormat, 'autoconfig'>, string>> = {
  msmtp: 'msmtprc',
  postfix: 'main.cf-companion',
  exim: 'exim-companion',
  wordpress: 'wp-config-companion.php',
  environment: 'companion.env',
  'apple-profile': 'companion.mobileconfig',
}

/** Where the mail servers' own configuration expects the password; root puts it there, as the file's first lines say. */
const postfixPasswordFile = '/etc/postfix/companion_password'
const eximPasswordFile = '/etc/exim4/companion-password'

/** All files for one program, pure: nothing is written. */
export function makeFiles(wish: FileWish): MadeFiles {
  const { format, server, password, incoming, path } = wish
  const beside = `${path}-password`
  switch (format) {
    case 'msmtp':
      return together([path, msmtprc(server, beside)], [beside, passwordLine(password)])
    case 'postfix':
      return together(
        [path, headed(postfixMain(server, postfixPasswordFile), 'root', beside, postfixPasswordFile)],
        [beside, password === null ? null : postfixPasswords(server, password)],
      )
    case 'exim':
      return together(
        [path, headed(eximSnippet(server, eximPasswordFile), 'Debian-exim', beside, eximPasswordFile)],
        [beside, passwordLine(password)],
      )
    case 'wordpress':
      return together([path, phpFile(wordPressConstants(server, password))])
    case 'environment':
      return together([path, environmentFile(server, password)])
    case 'apple-profile':
      if (incoming === null) return failed({ reason: 'incoming-missing' })
      return together([path, mobileconfig(server, incoming, wish.uuid)])
    case 'autoconfig':
      if (incoming === null) return failed({ reason: 'incoming-missing' })
      return together([path, autoconfig(server, incoming)])
    default:
      return assertNever(format)
  }
}

/** Those that are wanted, or the first problem. */
function together(...wanted: readonly (readonly [string, FileText | null])[]): MadeFiles {
  const files: MadeFile[] = []
  for (const [path, text] of wanted) {
    if (text?.ok === false) return text
    if (text?.ok) files.push({ path, text: text.value })
  }
  return done(files)
}

function passwordLine(password: string | null): FileText | null {
  if (password === null) return null
  const fit = checkFilePassword(password)
  return fit.ok ? done(`${fit.value}\n`) : fit
}

/** The command that puts the password where the configuration looks for it, readable for that one account. */
function headed(text: FileText, owner: string, from: string, to: string): FileText {
  if (!text.ok) return text
  return done(`# sudo install -m 600 -o ${owner} ${shellQuoted(from)} ${to}\n${text.value}`)
}

const phpFile = (text: FileText): FileText => (text.ok ? done(`<?php\n${text.value}`) : text)
