const longestLine = 2_000

/** Forms in which a password could reach a line of text: JSON fields, SMTP AUTH lines, addresses with credentials. */
const signs: readonly RegExp[] = [
  /("?(?:password|passwd|secret|token|passwordHash|text)"?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|\S+)/gi,
  /(\bAUTH\s+(?:PLAIN|LOGIN|CRAM-MD5|XOAUTH2)\s+)(\S+)/gi,
  /(\/\/[^\s/:@]+:)([^\s/@]+)(?=@)/g,
]

/** One line for a log: secrets replaced, control characters made visible, 2,000 characters at most. */
export function redact(line: string): string {
  const hidden = signs.reduce((text, sign) => text.replace(sign, '$1[secret]'), line)
  return hidden
    .replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1))
    .slice(0, longestLine)
}
