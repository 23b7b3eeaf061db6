import { describe, expect, it } from 'vitest'
import { looksLikeHttp, looksLikeTls } from '../../../relay/listener/foreign-protocol.ts'

describe('what is not SMTP', () => {
  it.each([
    'GET / HTTP/1.1',
    'post /x HTTP/1.0',
    'OPTIONS * HTTP/1.1',
    'PRI * HTTP/2.0',
    'Host: 127.0.0.1',
    'Content-Type:text/plain',
    'X-Requested-With: x',
    'DATA: x',
  ])('%j is taken for HTTP', (line) => {
    expect(looksLikeHttp(Buffer.from(line))).toBe(true)
  })

  it.each([
    'EHLO a.example',
    'MAIL FROM:<a@b.example>',
    'RCPT TO:<a:b@c.example>',
    'QUIT',
    'GET',
    'GETTER x',
    'NOOP x:y',
    '',
    ' Host: x',
  ])('%j is not', (line) => {
    expect(looksLikeHttp(Buffer.from(line))).toBe(false)
  })

  it('a TLS record of a handshake is seen from its first two bytes', () => {
    expect(looksLikeTls(Buffer.from([0x16, 0x03]))).toBe(true)
    expect(looksLikeTls(Buffer.from([0x16, 0x03, 0x01, 0x02]))).toBe(true)
    expect(looksLikeTls(Buffer.from([0x16]))).toBe(false)
    expect(looksLikeTls(Buffer.from('EHLO'))).toBe(false)
  })
})
