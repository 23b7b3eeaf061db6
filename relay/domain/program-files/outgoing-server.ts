import { hasDeceivingCharacter } from '../characters.ts'
import { parseMailAddress } from '../mail-address.ts'
import { done, failed, type Result } from '../result.ts'
import { serverNameProblem } from '../server-name.ts'

/**
 * What every file handed to a program is made of. There is no choice of encryption: a file of ours always demands
 * STARTTLS with a verified certificate, so that the password beside it is never sent in clear.
 */
export type OutgoingServer = {
  /** a host name or an IP address */
  readonly server: string
  readonly port: number
  readonly username: string
  /** an address that may send */
  readonly from: string
  /** PEM file of the one certificate to trust; null: it is a public one */
  readonly certificateFile: string | null
}

export type HandOverField = keyof OutgoingServer | 'password' | 'incoming' | 'passwordFile'

/** `malformed`: it can't be what it should be · `not-writable`: this format has no way to write it. */
export type HandOverProblem = {
  readonly reason: 'malformed' | 'not-writable'
  readonly field: HandOverField
}

/** A text of a file, or the value that can't stand in one. */
export type FileText = Result<string, HandOverProblem>

const problem = (field: HandOverField, reason: HandOverProblem['reason'] = 'malformed') =>
  failed({ reason, field })

/** One line of visible text: nothing in it can end a line or be read as another one. */
function isOneLine(text: string): boolean {
  return text !== '' && text.length <= 1000 && !hasDeceivingCharacter(text)
}

/** Are these values fit for a file? The builders of this folder escape what is left; line ends never get that far. */
export function checkOutgoingServer(values: OutgoingServer): Result<OutgoingServer, HandOverProblem> {
  if (serverNameProblem(values.server) !== null) return problem('server')
  if (!Number.isInteger(values.port) || values.port < 1 || values.port > 65_535) return problem('port')
  if (!isOneLine(values.username) || values.username !== values.username.trim()) return problem('username')
  if (!parseMailAddress(values.from).ok) return problem('from')
  if (values.certificateFile !== null && !isOneLine(values.certificateFile)) return problem('certificateFile')
  return done(values)
}

/** A password as a file can hold it: one line, no spaces at its ends, which programs cut off. */
export function checkFilePassword(password: string): Result<string, HandOverProblem> {
  return isOneLine(password) && password === password.trim() ? done(password) : problem('password')
}

/** A path as a configuration can name it. */
export function checkPath(field: HandOverField, path: string): Result<string, HandOverProblem> {
  return isOneLine(path) ? done(path) : problem(field)
}

/** This format can't write what is in this field. */
export const notWritable = (field: HandOverField) => problem(field, 'not-writable')
