import { describe, expect, it } from 'vitest'
import { serverNameProblem } from '../../../relay/domain/server-name.ts'

describe('a server name', () => {
  it.each([
    'in.smtpok.com',
    'localhost',
    '127.0.0.1',
    '::1',
    'fd00::2',
    'mail_1.lan',
    'bücher.example',
    'MAIL.firm.example',
  ])('%s is one', (server) => {
    expect(serverNameProblem(server)).toBeNull()
  })

  it.each([
    ['', 'empty'],
    ['smtp://in.smtpok.com', 'scheme'],
    ['in.smtpok.com/', 'scheme'],
    ['in.smtpok .com', 'space'],
    ['in.smtpok.com:2525', 'port-included'],
    ['user@in.smtpok.com', 'address-instead'],
    ['in..smtpok.com', 'malformed'],
    ['256.1.1.1', 'malformed'],
    ['1:2:zz', 'malformed'],
  ])('%j is none: %s', (server, problem) => {
    expect(serverNameProblem(server)).toBe(problem)
  })
})
