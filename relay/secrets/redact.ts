const longestLine = 1000
const secret = '[secret]'

/**
 * What may be kept and shown of a line that came from outside: word for word, but for what looks like sign-in data
 * and what can't be seen (control and format characters), and at most 1000 characters of it. Servers do echo what they did not understand.
 */
export function redact(line: string): string {
  return line
    .replaceAll(/(\bAUTH[ =]+[A-Z0-9-]+[ ]+)(\S+)/gi, (whole, command: string, token: string) =>
      isEncoded(token) ? command + secret : whole,
    )
    .replaceAll(/\b(pass(?:word|phrase)?|passwd|pwd)=[^\s,;]+/gi, `$1=${secret}`)
    .replaceAll(/[A-Za-z0-9+/]{8,}={0,2}/g, (token) => (isPlainPayload(token) ? secret : token))
    .replaceAll(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, ' ')
    .slice(0, longestLine)
}

/** The same, and the given secrets in clear and in base64, wherever they stand. */
export function redactKnown(line: string, secrets: readonly string[]): string {
  let rest = line
  for (const text of secrets) {
    if (text === '') continue
    rest = rest.replaceAll(text, secret).replaceAll(Buffer.from(text, 'utf8').toString('base64'), secret)
  }
  return redact(rest)
}

// Base64 and not a word: "AUTH LOGIN required" is to stay as it is.
function isEncoded(token: string): boolean {
  return (
    /^[A-Za-z0-9+/]{4,}={0,2}$/.test(token) && token.length % 4 === 0 && /[0-9+/=]|[a-z][A-Z]/.test(token)
  )
}

// RFC 4616: [authorization identity] NUL name NUL password, in base64.
function isPlainPayload(token: string): boolean {
  return Buffer.from(token, 'base64').filter((byte) => byte === 0).length === 2
}
