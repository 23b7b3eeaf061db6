import type { SmtpReply } from './probe-judgement.ts'

/** Something whole was heard: a reply, or what isn't SMTP, as far as it was read. */
export type Whole =
  | { readonly kind: 'reply'; readonly reply: SmtpReply }
  | { readonly kind: 'foreign'; readonly seen: string }

export type ProbeReader = {
  take(bytes: Buffer): void
  /** The next reply, once it is all there. */
  next(): Whole | null
  /** What was received and isn't part of a whole reply, word for word. */
  seen(): string
  /** Whether that can be the beginning of a reply. */
  isReplySoFar(): boolean
  /** Whether anything is left over. */
  isEmpty(): boolean
  /** More is here than any honest server says at once. */
  isFull(): boolean
}

const longestLine = 4096
const longestReply = 64 * 1024
const mostLines = 500
const shownText = 400

/**
 * Puts replies together (RFC 5321 4.2), however their bytes are cut, looking at each byte once. Lines have at most
 * 4 KB (RFC 5321 4.5.3.1.5 allows 512), replies 500 lines and 64 KB: what is longer is no reply.
 */
export function createProbeReader(): ProbeReader {
  // One character a byte until the reply is whole: a letter may be cut in the middle.
  let rest = ''
  let lines: string[] = []
  let code = ''
  let before = ''
  let size = 0

  const seen = (): string => decoded(before + rest.slice(0, shownText)).slice(0, shownText)
  const begin = (): void => {
    lines = []
    code = ''
    before = ''
    size = 0
  }
  const foreign = (): Whole => {
    const found: Whole = { kind: 'foreign', seen: seen() }
    rest = ''
    begin()
    return found
  }

  return {
    take(bytes) {
      rest += bytes.toString('latin1')
    },
    next() {
      for (;;) {
        const end = rest.indexOf('\n')
        if (end === -1)
          return rest.length > longestLine || size + rest.length > longestReply ? foreign() : null
        const line = rest.slice(0, rest[end - 1] === '\r' ? end - 1 : end)
        const [, found = '', more, text = ''] = /^([2-5]\d\d)(?:([ -])(.*))?$/s.exec(line) ?? []
        size += end + 1
        const isTooMuch = line.length > longestLine || lines.length >= mostLines || size > longestReply
        if (found === '' || (code !== '' && found !== code) || isTooMuch) return foreign()
        if (before.length < shownText) before += rest.slice(0, end + 1)
        rest = rest.slice(end + 1)
        code = found
        lines.push(decoded(text))
        if (more === '-') continue
        const whole = `${code} ${lines.join(' ')}`.trim().slice(0, shownText)
        const reply = { code: Number(code), lines, text: whole }
        begin()
        return { kind: 'reply', reply }
      }
    },
    seen,
    isReplySoFar: () => /^(?:[2-5]\d{0,2}|[2-5]\d\d[ -].*)?$/s.test(rest),
    isEmpty: () => rest === '' && lines.length === 0,
    isFull: () => rest.length > longestReply,
  }
}

function decoded(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8')
}
