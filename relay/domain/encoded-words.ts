import { done, failed, type Result } from './result.ts'

// RFC 2047, 2, taken as widely as lenient programs do: any text but `?` between the marks.
const encodedWord = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi
const spaceBetweenWords = /(=\?[^?\s]+\?[bq]\?[^?]*\?=)[\t ]+(?==\?[^?\s]+\?[bq]\?[^?]*\?=)/gi
const strictBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const strictQ = /^(?:[!-<>@-~]|=[0-9A-Fa-f]{2})*$/

/**
 * Decodes the encoded words of a text (RFC 2047). Fails on what programs decode differently: a character set not
 * known here, broken Base64 (some join the pieces before decoding, some don't), a stray `=` in Q, marks left over.
 */
export function decodeEncodedWordsStrictly(text: string): Result<string, 'encoded-word-unreadable'> {
  if (!text.includes('=?')) return done(text)
  let readable = true
  const decoded = text
    .replace(spaceBetweenWords, '$1')
    .replace(encodedWord, (_, charset, encoding, payload) => {
      const word = decodeWord(String(charset), String(encoding), String(payload))
      if (word === null || word.includes('=?')) readable = false
      return word ?? ''
    })
  return readable && !decoded.includes('=?') ? done(decoded) : failed('encoded-word-unreadable')
}

/** Decodes what can be decoded and leaves the rest as it is. For showing (a subject), never for deciding. */
export function decodeEncodedWords(text: string): string {
  return text
    .replace(spaceBetweenWords, '$1')
    .replace(
      encodedWord,
      (word, charset, encoding, payload) =>
        decodeWord(String(charset), String(encoding), String(payload)) ?? word,
    )
}

function decodeWord(charset: string, encoding: string, payload: string): string | null {
  // RFC 2231, 5: a language may follow the character set.
  const label = charset.replace(/\*.*$/, '')
  const bytes = encoding.toLowerCase() === 'b' ? base64Bytes(payload) : qBytes(payload)
  if (bytes === null) return null
  try {
    return new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function base64Bytes(payload: string): Uint8Array | null {
  if (!strictBase64.test(payload)) return null
  return Uint8Array.from(atob(payload), (character) => character.charCodeAt(0))
}

function qBytes(payload: string): Uint8Array | null {
  if (!strictQ.test(payload)) return null
  const bytes: number[] = []
  for (let index = 0; index < payload.length; index += 1) {
    const character = payload.charAt(index)
    if (character === '=') {
      bytes.push(Number.parseInt(payload.slice(index + 1, index + 3), 16))
      index += 2
    } else bytes.push(character === '_' ? 0x20 : character.charCodeAt(0))
  }
  return Uint8Array.from(bytes)
}
