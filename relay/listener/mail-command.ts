import { type DsnRequest, dsnNotify, isXtext, type RecipientDsn } from '../domain/dsn-request.ts'
import { type MailAddress, parseMailAddress } from '../domain/mail-address.ts'
import { done, failed, type Result } from '../domain/result.ts'

/** What MAIL FROM says (RFC 5321 4.1.1.2); `address` null is the null reverse-path `<>`. */
export type MailCommand = {
  readonly address: MailAddress | null
  /** SIZE=, bytes (RFC 1870) */
  readonly declaredBytes: number | null
  readonly smtpUtf8: boolean
  readonly eightBitMime: boolean
} & Pick<DsnRequest, 'ret' | 'envid'>

export type RecipientCommand = { readonly address: MailAddress; readonly dsn: RecipientDsn }

export type CommandProblem =
  | { readonly reason: 'address-malformed' }
  | { readonly reason: 'utf8-not-announced' }
  | { readonly reason: 'parameter-malformed' }
  | { readonly reason: 'parameter-unknown' }

type Parameters = ReadonlyMap<string, string | null>

const mailParameters = new Set(['SIZE', 'BODY', 'SMTPUTF8', 'RET', 'ENVID', 'AUTH'])
const recipientParameters = new Set(['NOTIFY', 'ORCPT'])

/**
 * Reads MAIL FROM from the bytes of the command. The library's own reading is not used: it strips source routes,
 * takes `a;c@b` and UTF-8 unasked, and changes the address it hands on.
 */
export function parseMailCommand(command: Uint8Array): Result<MailCommand, CommandProblem> {
  const split = splitCommand(command, /^MAIL +FROM: *<([^<>]*)>(.*)$/i, mailParameters)
  if (!split.ok) return split
  const { path, parameters } = split.value
  const fit =
    fits(parameters, 'SIZE', /^\d{1,20}$/) &&
    fits(parameters, 'BODY', /^(?:7BIT|8BITMIME)$/i) &&
    fits(parameters, 'RET', /^(?:FULL|HDRS)$/i) &&
    fits(parameters, 'ENVID', /^.{1,100}$/) &&
    isXtext(parameters.get('ENVID') ?? 'x', false) &&
    fits(parameters, 'AUTH', /^.{1,500}$/) &&
    (parameters.get('SMTPUTF8') ?? null) === null
  if (!fit) return failed({ reason: 'parameter-malformed' })
  const smtpUtf8 = parameters.has('SMTPUTF8')
  const size = parameters.get('SIZE') ?? null
  const ret = parameters.get('RET')?.toUpperCase()
  const rest: Omit<MailCommand, 'address'> = {
    declaredBytes: size === null ? null : Number(size),
    smtpUtf8,
    eightBitMime: parameters.get('BODY')?.toUpperCase() === '8BITMIME',
    ret: ret === 'FULL' || ret === 'HDRS' ? ret : null,
    envid: parameters.get('ENVID') ?? null,
  }
  if (path === '') return done({ address: null, ...rest })
  const address = readAddress(path, smtpUtf8)
  return address.ok ? done({ address: address.value, ...rest }) : address
}

/** Reads RCPT TO (RFC 5321 4.1.1.3) with NOTIFY and ORCPT (RFC 3461 4.1, 4.2). */
export function parseRecipientCommand(
  command: Uint8Array,
  smtpUtf8: boolean,
): Result<RecipientCommand, CommandProblem> {
  const split = splitCommand(command, /^RCPT +TO: *<([^<>]*)>(.*)$/i, recipientParameters)
  if (!split.ok) return split
  const { path, parameters } = split.value
  const notify = readNotify(parameters)
  const orcpt = parameters.get('ORCPT') ?? null
  const fit = notify !== undefined && (parameters.has('ORCPT') ? isOriginalRecipient(orcpt, smtpUtf8) : true)
  if (!fit) return failed({ reason: 'parameter-malformed' })
  const address = readAddress(path, smtpUtf8)
  return address.ok ? done({ address: address.value, dsn: { notify, orcpt } }) : address
}

/** Null when nothing was said of it, undefined when it makes no sense. */
function readNotify(parameters: Parameters): RecipientDsn['notify'] | undefined {
  if (!parameters.has('NOTIFY')) return null
  const words = new Set(parameters.get('NOTIFY')?.toUpperCase().split(','))
  const known = dsnNotify.options.filter((value) => words.has(value))
  const fits = known.length === words.size && known.length > 0
  return fits && (known.length === 1 || !words.has('NEVER')) ? known : undefined
}

function isOriginalRecipient(orcpt: string | null, smtpUtf8: boolean): boolean {
  const [, type, address] = /^([a-z0-9-]{1,63});(.+)$/i.exec(orcpt ?? '') ?? []
  if (orcpt === null || orcpt.length > 500 || type === undefined || address === undefined) return false
  return isXtext(address, smtpUtf8 && type.toLowerCase() === 'utf-8')
}

function splitCommand(
  command: Uint8Array,
  shape: RegExp,
  known: ReadonlySet<string>,
): Result<{ path: string; parameters: Parameters }, CommandProblem> {
  const text = decode(command)
  const match = text === null || /\p{Cc}/u.test(text) ? null : shape.exec(text)
  if (match === null) return failed({ reason: 'address-malformed' })
  const [, path = '', tail = ''] = match
  const parameters = new Map<string, string | null>()
  // Two paths in one command (`<a@b> <c@d>`, `<a@b>c@d`) end here: what follows must be parameters.
  if (tail !== '' && !tail.startsWith(' ')) return failed({ reason: 'address-malformed' })
  for (const word of tail.split(' ').filter((part) => part !== '')) {
    // RFC 5321 4.1.2: esmtp-param; a value has neither "=", SP nor control characters (UTF-8: RFC 6531 3.3).
    const parameter = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:=([^=\p{Cc}]+))?$/u.exec(word)
    // Not a slip in a parameter but a second path: said as what it is.
    if (parameter === null && word.includes('<')) return failed({ reason: 'address-malformed' })
    if (parameter === null) return failed({ reason: 'parameter-malformed' })
    const key = (parameter[1] ?? '').toUpperCase()
    if (!known.has(key)) return failed({ reason: 'parameter-unknown' })
    if (parameters.has(key)) return failed({ reason: 'parameter-malformed' })
    parameters.set(key, parameter[2] ?? null)
  }
  return done({ path, parameters })
}

function readAddress(path: string, smtpUtf8: boolean): Result<MailAddress, CommandProblem> {
  const address = parseMailAddress(path)
  if (!address.ok) return failed({ reason: 'address-malformed' })
  const isAscii = /^[\x20-\x7e]*$/.test(path)
  return isAscii || smtpUtf8 ? address : failed({ reason: 'utf8-not-announced' })
}

function fits(parameters: Parameters, key: string, shape: RegExp): boolean {
  const value = parameters.get(key)
  return value === undefined || (value !== null && shape.test(value))
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}
