const httpRequest = /^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|TRACE|CONNECT|PATCH|PRI) /i
/** `Host: …`, `Content-Type: …`: no SMTP command has a colon behind its first word (`MAIL FROM:` has it behind two). */
const headerField = /^[A-Za-z][A-Za-z0-9-]*:/

/**
 * Is this HTTP, as a web page can make a browser post it to any port? `bytes`: a line, or the first of a connection.
 * An upload may begin in the middle of a header, so its fields count as much as its first line.
 */
export function looksLikeHttp(bytes: Buffer): boolean {
  const text = bytes.toString('latin1', 0, 64)
  return httpRequest.test(text) || headerField.test(text)
}

/** The record header of a ClientHello (RFC 8446 5.1): a program that was told SSL/TLS where STARTTLS is meant. */
export function looksLikeTls(bytes: Buffer): boolean {
  return bytes.length >= 2 && bytes[0] === 0x16 && bytes[1] === 0x03
}
