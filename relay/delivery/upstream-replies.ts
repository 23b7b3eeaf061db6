/** A server's whole answer (RFC 5321 4.2). `text`: word for word, lines parted by `\n`. */
export type Reply = { readonly code: number; readonly text: string }

/** What comes from a server that does not speak SMTP. */
export type ReplyFault = 'too-long' | 'garbage'

/** No honest answer is longer, all its lines together. */
export const maxReplyBytes = 64 * 1024

/** What is kept of it, in characters: it is stored with every recipient. */
const keptCharacters = 2000

/**
 * Puts answers together from the bytes of a connection, however they are cut. `onReply` gets each as it is whole.
 * A fault is the end: what follows it would be guessing. Keeps at most one unfinished answer in memory.
 */
export function createReplyReader(onReply: (reply: Reply) => void): (bytes: Buffer) => ReplyFault | null {
  // One character a byte until the answer is whole: a letter may be cut in the middle.
  let line = ''
  let lines = ''
  let code = ''

  const takeLine = (): ReplyFault | null => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    line = ''
    if (text === '' && lines === '') return null
    const shape = /^([2-5]\d\d)(?:[ -]|$)/.exec(text)
    if (shape?.[1] === undefined || (code !== '' && code !== shape[1])) return 'garbage'
    lines = lines === '' ? text : `${lines}\n${text}`
    if (text[3] === '-') {
      code = shape[1]
      return null
    }
    const reply = { code: Number(shape[1]), text: readable(lines) }
    lines = ''
    code = ''
    onReply(reply)
    return null
  }

  return (bytes) => {
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      line += bytes.toString('latin1', start, end)
      start = end + 1
      if (lines.length + line.length > maxReplyBytes) return 'too-long'
      const fault = takeLine()
      if (fault) return fault
    }
    if (start < bytes.length) line += bytes.toString('latin1', start)
    return lines.length + line.length > maxReplyBytes ? 'too-long' : null
  }
}

/** The charset of an answer is nowhere fixed: UTF-8 where it is that, else byte for byte. */
function readable(text: string): string {
  const decoded = /[\u0080-\u00ff]/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text
  return (decoded.includes('\u{FFFD}') ? text : decoded).slice(0, keptCharacters).trimEnd()
}
