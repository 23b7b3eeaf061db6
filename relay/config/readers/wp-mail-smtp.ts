import { z } from 'zod'
import { type Finding, findingOf, linesIn, numberIn } from './found-server.ts'

const text = z.string().optional().catch(undefined)
/** The plugin's option `wp_mail_smtp`, as an export or `wp option get wp_mail_smtp --format=json` writes it. */
const pluginOption = z.object({
  mail: z.object({ from_email: text }).optional().catch(undefined),
  smtp: z.object({
    host: z.string(),
    port: z.union([z.string(), z.number()]).optional().catch(undefined),
    encryption: text,
    user: text,
  }),
})
const deepest = 4
const mostConstants = 100

/**
 * WP Mail SMTP's own server: from its option as JSON, or from the WPMS_ constants of a wp-config.php. The option's
 * password is encrypted with a key of that website and isn't read; a constant's is plain text.
 */
export function readWpMailSmtp(file: string): readonly Finding[] {
  return /^\s*[[{]/.test(file) ? readOption(file) : readConstants(file)
}

function readOption(json: string): readonly Finding[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    return []
  }
  const option = findOption(parsed, 0)
  if (!option) return []
  const finding = findingOf({
    program: 'wp-mail-smtp',
    host: option.smtp.host,
    port: numberIn(option.smtp.port === undefined ? undefined : String(option.smtp.port)),
    tls: tlsOf(option.smtp.encryption),
    username: option.smtp.user,
    from: option.mail?.from_email,
  })
  return finding ? [finding] : []
}

/** The option itself, or wrapped in what exports it; an option may stand there as JSON within a string. */
function findOption(value: unknown, depth: number): z.infer<typeof pluginOption> | null {
  const option = pluginOption.safeParse(value)
  if (option.success) return option.data
  if (depth >= deepest || typeof value !== 'object' || value === null) return null
  for (const inner of Object.values(value).slice(0, 200)) {
    const found = findOption(inner, depth + 1)
    if (found) return found
  }
  return null
}

function readConstants(php: string): readonly Finding[] {
  const constants = new Map<string, string>()
  const defining = linesIn(php).filter((line) => /^\s*define\(\s*['"]WPMS_/.test(line))
  for (const line of defining.slice(0, mostConstants)) {
    const [, name, value] = /^define\(\s*['"](WPMS_\w{1,40})['"]\s*,([^;]*)\)\s*;/.exec(line.trim()) ?? []
    if (name !== undefined && value !== undefined) constants.set(name, phpValue(value.trim()))
  }
  const finding = findingOf({
    program: 'wp-mail-smtp',
    host: constants.get('WPMS_SMTP_HOST'),
    port: numberIn(constants.get('WPMS_SMTP_PORT')),
    tls: tlsOf(constants.get('WPMS_SSL')),
    username: constants.get('WPMS_SMTP_USER'),
    from: constants.get('WPMS_MAIL_FROM'),
    password: constants.get('WPMS_SMTP_PASS'),
  })
  return finding ? [finding] : []
}

// The plugin calls STARTTLS "tls" and SSL/TLS "ssl".
function tlsOf(encryption: string | undefined): 'starttls' | 'implicit' | 'none' {
  if (encryption === 'tls') return 'starttls'
  return encryption === 'ssl' ? 'implicit' : 'none'
}

/** A PHP literal; what would have to be run to be known is nothing. */
function phpValue(literal: string): string {
  const [, single, double] = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\$]|\\.)*)")$/.exec(literal) ?? []
  if (single !== undefined) return single.replaceAll(/\\(['\\])/g, '$1')
  if (double !== undefined) return double.replaceAll(/\\(["\\$])/g, '$1')
  return /^(?:\d+|true|false)$/.test(literal) ? literal : ''
}
