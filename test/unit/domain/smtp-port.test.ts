import { describe, expect, it } from 'vitest'
import { judgePort } from '../../../relay/domain/smtp-port.ts'

describe('a port', () => {
  it.each([
    ['in.smtpok.com', 25, 'ok'],
    ['in.smtpok.com', 1025, 'ok'],
    ['fast.smtpok.com', 5000, 'ok'],
    ['in.smtpok.com', 587, 'submission-not-served'],
    ['in.smtpok.com', 465, 'implicit-tls'],
    ['in.smtpok.com', 23, 'telnet-not-served'],
    ['in.smtpok.com', 26, 'old-not-served'],
    ['in.smtpok.com', 1024, 'not-served'],
    ['in.smtpok.com', 5001, 'not-served'],
    ['mail.firm.example', 587, 'ok'],
    ['mail.firm.example', 465, 'implicit-tls'],
    ['mail.firm.example', 10_025, 'unusual'],
    ['mail.firm.example', 0, 'not-a-port'],
    ['mail.firm.example', 25.5, 'not-a-port'],
    ['mail.firm.example', 65_536, 'not-a-port'],
  ])('of %s, %d, is %s', (server, port, verdict) => {
    expect(judgePort(server, port)).toBe(verdict)
  })
})
