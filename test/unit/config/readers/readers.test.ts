import { describe, expect, it } from 'vitest'
import { readOutgoingFile } from '../../../../relay/config/readers/outgoing-file.ts'
import { passwordTables, readPostfix } from '../../../../relay/config/readers/postfix.ts'
import { readProfilesIni } from '../../../../relay/config/readers/thunderbird.ts'

const serversIn = (text: string) => readOutgoingFile(text).map(({ server }) => server)
const secretsIn = (text: string) => readOutgoingFile(text).map(({ secret }) => secret?.reveal() ?? null)

describe('a Thunderbird profile', () => {
  const prefs = [
    '// Mozilla User Preferences',
    'user_pref("mail.identity.id1.smtpServer", "smtp1");',
    'user_pref("mail.identity.id1.useremail", "info@firm.example");',
    'user_pref("mail.identity.id2.useremail", "boss@firm.example");',
    'user_pref("mail.smtp.defaultserver", "smtp2");',
    'user_pref("mail.smtpserver.smtp1.authMethod", 3);',
    String.raw`user_pref("mail.smtpserver.smtp1.description", "Firm \"main\" \u00e8");`,
    'user_pref("mail.smtpserver.smtp1.hostname", "in.smtpok.com");',
    'user_pref("mail.smtpserver.smtp1.port", 2525);',
    'user_pref("mail.smtpserver.smtp1.try_ssl", 2);',
    'user_pref("mail.smtpserver.smtp1.username", "s12345_6");',
    'user_pref("mail.smtpserver.smtp2.authMethod", 10);',
    'user_pref("mail.smtpserver.smtp2.hostname", "Smtp.Mail.example");',
    'user_pref("mail.smtpserver.smtp2.port", 465);',
    'user_pref("mail.smtpserver.smtp2.try_ssl", 3);',
    'user_pref("mail.smtpserver.smtp9.hostname", "removed.example");',
    'user_pref("mail.smtpservers", "smtp1,smtp2");',
  ]

  it('gives its servers with their senders; SSL/TLS becomes STARTTLS, with a note', () => {
    const expected = [
      {
        program: 'thunderbird',
        label: 'Firm "main" è',
        server: 'in.smtpok.com',
        port: 2525,
        encryption: 'starttls',
        username: 's12345_6',
        from: 'info@firm.example',
        notes: [],
      },
      {
        program: 'thunderbird',
        label: '',
        server: 'smtp.mail.example',
        port: 587,
        encryption: 'starttls',
        username: '',
        from: 'boss@firm.example',
        notes: ['was-oauth', 'was-implicit-tls'],
      },
    ]
    expect(serversIn(prefs.join('\n'))).toEqual(expected)
    expect(serversIn(prefs.join('\r\n'))).toEqual(expected)
  })

  it('is found by profiles.ini, whether its folder is relative or not', () => {
    const ini =
      '[General]\nVersion=2\n\n[Profile1]\nName=old\nIsRelative=0\nPath=/mnt/mail\n[Profile0]\r\nIsRelative=1\r\nPath=Profiles/ab.default\r\n'
    expect(readProfilesIni(ini)).toEqual([
      { path: '/mnt/mail', relative: false },
      { path: 'Profiles/ab.default', relative: true },
    ])
  })
})

describe('an msmtprc', () => {
  const msmtprc = `# all
defaults
auth on
tls on

account office
host in.smtpok.com
port 2525
from info@firm.example
user s12345_6
password "pa ss#word"

account shop : office
user s12345_7
passwordeval "gpg -d ~/.secret"

account old
tls_starttls off
host smtp.mail.example
account default : office
`
  it('gives its accounts: defaults and accounts taken over count, commands are not run', () => {
    expect(serversIn(msmtprc)).toMatchObject([
      { label: 'office', server: 'in.smtpok.com', port: 2525, username: 's12345_6', notes: [] },
      { label: 'shop', port: 2525, username: 's12345_7', notes: ['password-by-command'] },
      { label: 'old', server: 'smtp.mail.example', port: 587, notes: ['was-implicit-tls'] },
    ])
    expect(secretsIn(msmtprc)).toEqual(['pa ss#word', 'pa ss#word', null])
  })

  it('shows its password to nobody who prints what was found', () => {
    expect(JSON.stringify(readOutgoingFile(msmtprc))).not.toContain('pa ss')
  })
})

describe('a Postfix', () => {
  const mainCf = `myhostname = mail.firm.example
provider = in.smtpok.com
relayhost =
    [$provider]:2525
smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd, static:nothing
smtp_tls_security_level = encrypt
`
  it('gives its relayhost with the sign-in from sasl_passwd', () => {
    expect(passwordTables(mainCf)).toEqual(['/etc/postfix/sasl_passwd'])
    const found = readPostfix(mainCf, '# by hand\n[in.smtpok.com]:2525 s12345_6:pa:ss\n')
    expect(found.map(({ server }) => server)).toMatchObject([
      { server: 'in.smtpok.com', port: 2525, encryption: 'starttls', username: 's12345_6', notes: [] },
    ])
    expect(found[0]?.secret?.reveal()).toBe('pa:ss')
  })

  it('without relayhost gives nothing, and one on this computer may stay in clear', () => {
    expect(serversIn('relayhost =\n')).toEqual([])
    expect(serversIn('relayhost = 127.0.0.1:25\n')).toMatchObject([{ encryption: 'none', notes: [] }])
    expect(serversIn('relayhost = [mail.example]:submission\n')).toMatchObject([
      { port: 587, encryption: 'starttls', notes: ['was-clear-text'] },
    ])
  })
})

describe('WP Mail SMTP', () => {
  it('gives the server of its option, wherever an export wraps it; the encrypted password stays there', () => {
    const option = {
      mail: { from_email: 'shop@firm.example', mailer: 'smtp' },
      smtp: { host: 'in.smtpok.com', port: '2525', encryption: 'tls', user: 's12345_6', pass: 'AbCd==' },
    }
    for (const text of [JSON.stringify(option), JSON.stringify([{ data: { wp_mail_smtp: option } }])]) {
      expect(serversIn(text)).toMatchObject([
        { server: 'in.smtpok.com', port: 2525, username: 's12345_6', from: 'shop@firm.example' },
      ])
      expect(secretsIn(text)).toEqual([null])
    }
  })

  it('gives the server of the constants in wp-config.php, not of those in comments', () => {
    const php = `<?php
define( 'WPMS_ON', true );
// define( 'WPMS_SMTP_HOST', 'old.example' );
define( 'WPMS_SMTP_HOST', 'in.smtpok.com' ); // ours
define('WPMS_SMTP_PORT', 25);
define( "WPMS_SSL", "tls" );
define( 'WPMS_SMTP_USER', 's12345_6' );
define( 'WPMS_SMTP_PASS', 'it\\'s' );
define( 'WPMS_MAIL_FROM', getenv('FROM') );
`
    expect(serversIn(php)).toMatchObject([
      { server: 'in.smtpok.com', port: 25, username: 's12345_6', from: '', notes: [] },
    ])
    expect(secretsIn(php)).toEqual(["it's"])
  })
})
