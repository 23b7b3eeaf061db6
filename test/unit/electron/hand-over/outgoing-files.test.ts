import { describe, expect, it } from 'vitest'
import { autoconfig } from '../../../../electron/hand-over/autoconfig.ts'
import type { IncomingServer } from '../../../../electron/hand-over/incoming-server.ts'
import { mobileconfig } from '../../../../electron/hand-over/mobileconfig.ts'
import { withThunderbirdServer } from '../../../../electron/hand-over/thunderbird-prefs.ts'
import { eximPieces, eximSnippet } from '../../../../relay/domain/program-files/exim.ts'
import { msmtprc } from '../../../../relay/domain/program-files/msmtprc.ts'
import type { FileText, OutgoingServer } from '../../../../relay/domain/program-files/outgoing-server.ts'
import { postfixMain, postfixPasswords } from '../../../../relay/domain/program-files/postfix.ts'
import { environmentFile, wordPressConstants } from '../../../../relay/domain/program-files/web-settings.ts'

const values: OutgoingServer = {
  server: 'in.smtpok.com',
  port: 2525,
  username: 's12345_6',
  from: 'info@firm.example',
  certificateFile: null,
}
const relay: OutgoingServer = { ...values, server: '127.0.0.1', certificateFile: '/data/my relay/a.pem' }
const incoming: IncomingServer = {
  type: 'imap',
  server: 'mail.firm.example',
  port: 993,
  encryption: 'tls',
  username: 'info@firm.example',
}
const text = (made: FileText): string => (made.ok ? made.value : `refused: ${made.problem.field}`)

const formats: Readonly<Record<string, (server: OutgoingServer) => { ok: boolean }>> = {
  autoconfig: (server) => autoconfig(server, incoming),
  mobileconfig: (server) => mobileconfig(server, incoming, () => crypto.randomUUID()),
  exim: (server) => eximSnippet(server, '/etc/exim4/companion-password'),
  msmtp: (server) => msmtprc(server, '/home/me/password'),
  postfix: (server) => postfixMain(server, '/etc/postfix/companion_password'),
  'postfix passwords': (server) => postfixPasswords(server, 'pw'),
  thunderbird: (server) => withThunderbirdServer('', server),
  wordpress: (server) => wordPressConstants(server, null),
  environment: (server) => environmentFile(server, null),
}

describe.each(Object.entries(formats))('%s', (_name, build) => {
  it('takes ordinary values', () => {
    expect(build(values).ok).toBe(true)
    expect(build(relay).ok).toBe(true)
  })

  it.each([
    ['a line end in the user name', { username: 'me\nrelayhost = evil.example' }],
    ['a carriage return in the user name', { username: 'me\revil' }],
    ['a Unicode line end in the user name', { username: 'me\u2028evil' }],
    ['an empty user name', { username: '' }],
    ['spaces around the user name', { username: ' me' }],
    ['a server with a line end', { server: 'in.smtpok.com\nevil' }],
    ['a server with a space', { server: 'in.smtpok.com evil' }],
    ['a server with a quote', { server: 'in."smtpok.com' }],
    ['a sender with a line end', { from: 'info@firm.example\nx' }],
    ['a sender with a quote', { from: '"a b"@firm.example' }],
    ['port 0', { port: 0 }],
    ['port 70000', { port: 70_000 }],
    ['half a port', { port: 25.5 }],
    ['a certificate path with a line end', { certificateFile: '/a\nevil' }],
  ])('refuses %s', (_what, wrong) => {
    expect(build({ ...values, ...wrong }).ok).toBe(false)
  })
})

describe('what the files demand', () => {
  it('Postfix sends nothing without STARTTLS and the right certificate', () => {
    const main = text(postfixMain(values, '/etc/postfix/companion_password'))
    expect(main).toContain('relayhost = [in.smtpok.com]:2525\n')
    expect(main).toContain('smtp_tls_security_level = secure\n')
    expect(main).toContain('texthash:/etc/postfix/companion_password\n')
    expect(text(postfixPasswords(values, 'p:w $x'))).toBe('[in.smtpok.com]:2525 s12345_6:p:w $x\n')
  })

  it('Exim has TLS, certificate and sign-in required, and the password in a file', () => {
    const made = eximPieces(values, '/etc/exim4/companion-password')
    const pieces = made.ok ? made.value : null
    for (const option of ['hosts_require_tls = *', 'hosts_require_auth = *', 'tls_verify_hosts = *'])
      expect(pieces?.transport).toContain(`  ${option}\n`)
    expect(pieces?.authenticator).toContain(
      String.raw`client_send = : s12345_6 : ${'$'}{sg{${'$'}{readfile{/etc/exim4/companion-password}{}}}{\N\^\N}{^^}}`,
    )
  })

  it('msmtp uses STARTTLS and gets the password from its file', () => {
    const made = text(msmtprc(relay, "/home/o'neil/pw"))
    expect(made).toContain('tls_starttls on\n')
    expect(made).toContain(String.raw`passwordeval "cat '/home/o'\''neil/pw'"`)
    expect(made).toContain('tls_trust_file "/data/my relay/a.pem"\n')
  })
})

describe('values that need care', () => {
  const tricky = { ...values, username: `a"b'c\\d$e<f>&g` }

  it('PHP reads them back between single quotes', () => {
    expect(text(wordPressConstants(tricky, `p'w\\`))).toContain(
      String.raw`define( 'WPMS_SMTP_USER', 'a"b\'c\\d$e<f>&g' );`,
    )
    expect(text(wordPressConstants(tricky, `p'w\\`))).toContain(String.raw`'WPMS_SMTP_PASS', 'p\'w\\' );`)
  })

  it('XML has its five characters escaped', () => {
    expect(text(autoconfig(tricky, incoming))).toContain('a&quot;b&#39;c\\d$e&lt;f&gt;&amp;g')
    expect(text(mobileconfig(tricky, incoming, () => 'U'))).toContain('a&quot;b&#39;c\\d$e&lt;f&gt;&amp;g')
  })

  it('Exim has its dollars, backslashes, colons and circumflexes escaped', () => {
    const made = eximPieces({ ...values, username: 'a:b^c$d\\e' }, '/p')
    expect(made.ok && made.value.authenticator).toContain(String.raw`: a::b^^c\$d\\e :`)
  })

  it('what a format can’t write is said, never bent', () => {
    expect(postfixPasswords({ ...values, username: 'a:b' }, 'pw')).toMatchObject({
      problem: { reason: 'not-writable', field: 'username' },
    })
    expect(environmentFile(tricky, null)).toMatchObject({ problem: { field: 'username' } })
    expect(postfixMain(values, '/with space/pw')).toMatchObject({ problem: { field: 'passwordFile' } })
    expect(eximSnippet(values, '/a}b')).toMatchObject({ problem: { field: 'passwordFile' } })
  })

  it.each(['two\nlines', ' space', ''])('a password %j is refused', (password) => {
    expect(postfixPasswords(values, password).ok).toBe(false)
    expect(wordPressConstants(values, password).ok).toBe(false)
    expect(environmentFile(values, password).ok).toBe(false)
  })

  it('.env has quotes only where they are needed', () => {
    const made = text(environmentFile(relay, 'abc'))
    expect(made).toContain('SMTP_PASSWORD=abc\n')
    expect(made).toContain("SMTP_CA_FILE='/data/my relay/a.pem'\n")
  })
})
