import { hasStrayControl } from './characters.ts'
import type { HeaderProblem, HeaderProblemReason } from './header-problem.ts'
import { done, failed, type Result } from './result.ts'

/** One header field. `lines` is what follows the colon, cut where it was folded; each but the first begins with white space. */
export type HeaderField = {
  readonly name: string
  readonly lines: readonly string[]
  /** octets of its longest line, without CRLF */
  readonly longestLine: number
}

export const headerLimits = { bytes: 262_144, lines: 2_000, lineBytes: 998 } as const

const lineFeed = 10
const fieldName = /^[A-Za-z0-9][A-Za-z0-9_.+/-]*$/
const identityInside = /(?:from|sender)[\t ]*:/i
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Length in bytes of a message's header block, its closing empty line included; the whole length when there is none.
 * At most one byte more than `headerLimits.bytes` is looked at.
 */
export function headerBlockLength(message: Uint8Array): number {
  const end = Math.min(message.length, headerLimits.bytes + 1)
  let lineStart = 0
  while (lineStart < end) {
    const feed = message.indexOf(lineFeed, lineStart)
    if (feed < 0 || feed >= end) return end
    if (feed - lineStart === 0 || (feed - lineStart === 1 && message[lineStart] === 13)) return feed + 1
    lineStart = feed + 1
  }
  return end
}

/**
 * Cuts a header block into fields (RFC 5322, 2.2), and refuses whatever two programs could cut differently: a line
 * without a colon (many end the header there), white space before the colon, a folded line of white space only,
 * a first line that is folded, lone CR or LF, controls, bytes that aren't UTF-8, a byte order mark.
 * Reads up to the first empty line; linear in its length.
 */
export function readHeaderFields(message: Uint8Array): Result<readonly HeaderField[], HeaderProblem> {
  const length = headerBlockLength(message)
  if (length > headerLimits.bytes) return failed({ reason: 'too-large', field: '' })
  const block = decode(message.subarray(0, length))
  if (block === null) return failed({ reason: 'not-utf-8', field: '' })
  const lines = block.split('\r\n')
  // The block ends in CRLF, and its empty line in one more: what is behind them is no line.
  while (lines.at(-1) === '') lines.pop()
  if (lines.length > headerLimits.lines) return failed({ reason: 'too-many-lines', field: '' })

  // One look at the whole block; only when something is there, each line is asked.
  const suspicious = hasStrayControl(block)
  const fields: HeaderField[] = []
  let open: { name: string; lines: string[]; longestLine: number } | null = null
  for (const line of lines) {
    const folded = line.startsWith(' ') || line.startsWith('\t')
    const fault = (suspicious ? controlFault(line) : null) ?? lineFault(line, folded, open !== null)
    if (fault !== null) return failed({ reason: fault, field: showable(folded ? (open?.name ?? '') : line) })
    const longestLine = line.length > headerLimits.lineBytes / 3 ? utf8Length(line) : line.length
    if (longestLine > headerLimits.lineBytes && identityInside.test(line)) {
      return failed({ reason: 'line-too-long', field: showable(folded ? (open?.name ?? '') : line) })
    }
    if (folded && open !== null) {
      open.lines.push(line)
      open.longestLine = Math.max(open.longestLine, longestLine)
      continue
    }
    const colon = line.indexOf(':')
    open = { name: line.slice(0, colon), lines: [line.slice(colon + 1)], longestLine }
    fields.push(open)
  }
  return done(fields)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return null
  }
}

/** A field's text with its folds undone (RFC 5322, 2.2.3): line ends gone, every other character kept. */
export function unfolded(field: HeaderField): string {
  return field.lines.length === 1 ? (field.lines[0] ?? '') : field.lines.join('')
}

function controlFault(line: string): HeaderProblemReason | null {
  if (/[\r\n]/.test(line)) return 'bare-line-ending'
  return hasStrayControl(line) ? 'control-character' : null
}

function lineFault(line: string, folded: boolean, somethingToFold: boolean): HeaderProblemReason | null {
  if (folded) {
    if (!somethingToFold) return 'starts-folded'
    return /^[\t ]*$/.test(line) ? 'blank-folded-line' : null
  }
  const colon = line.indexOf(':')
  if (colon < 0) return 'no-colon'
  const name = line.slice(0, colon)
  if (fieldName.test(name)) return null
  return /^[^\s]+\s+$/.test(name) ? 'space-before-colon' : 'field-name-malformed'
}

function utf8Length(line: string): number {
  let length = 0
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index)
    if (code < 0x80) length += 1
    else if (code < 0x800) length += 2
    // The two halves of a pair are counted one by one: two octets each.
    else length += code >= 0xd800 && code <= 0xdfff ? 2 : 3
  }
  return length
}

/** A field's name, or the start of a line that has none, as far as it may stand in a one-line ASCII reply. */
function showable(line: string): string {
  const colon = line.indexOf(':')
  return (colon > 0 ? line.slice(0, colon) : line)
    .replace(/[^\x20-\x7e]/g, '?')
    .trim()
    .slice(0, 40)
}
