import { expect, it } from 'vitest'
import { autoconfig } from '../../electron/hand-over/autoconfig.ts'
import { mobileconfig } from '../../electron/hand-over/mobileconfig.ts'
import { runProcess } from '../support/running-process.ts'

const values = {
  server: 'in.smtpok.com',
  port: 2525,
  username: `s1<2>&"3'`,
  from: 'info@firm.example',
  certificateFile: null,
}
const incoming = {
  type: 'imap',
  server: 'mail.firm.example',
  port: 993,
  encryption: 'tls',
  username: 'info',
} as const

/** Python's own parsers read the file; the script prints JSON. */
async function read(script: string, made: ReturnType<typeof autoconfig>): Promise<unknown> {
  const input = made.ok ? made.value : ''
  const { stdout, stderr } = await runProcess('python3', ['-c', script], { input })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

it('Apple’s profile is a property list with what com.apple.mail.managed requires, and no password', async () => {
  const script = 'import plistlib, json, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'
  const profile = await read(
    script,
    mobileconfig(values, incoming, () => crypto.randomUUID()),
  )
  expect(profile).toMatchObject({
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadUUID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    PayloadContent: [
      {
        PayloadType: 'com.apple.mail.managed',
        EmailAccountType: 'EmailTypeIMAP',
        IncomingMailServerAuthentication: 'EmailAuthPassword',
        IncomingMailServerHostName: 'mail.firm.example',
        OutgoingMailServerAuthentication: 'EmailAuthPassword',
        OutgoingMailServerHostName: 'in.smtpok.com',
        OutgoingMailServerPortNumber: 2525,
        OutgoingMailServerUseSSL: true,
        OutgoingMailServerUsername: values.username,
        OutgoingPasswordSameAsIncomingPassword: false,
      },
    ],
  })
  expect(JSON.stringify(profile)).not.toMatch(/"(Incoming|Outgoing)Password"/)
})

it('an autoconfig file has the elements of Mozilla’s format, in their places', async () => {
  const script = `import json, sys, xml.etree.ElementTree as tree
root = tree.parse(sys.stdin).getroot()
out = root.find('emailProvider/outgoingServer')
print(json.dumps({'root': [root.tag, root.get('version')], 'domain': root.findtext('emailProvider/domain'),
  'incoming': root.find('emailProvider/incomingServer').get('type'), 'out': {child.tag: child.text for child in out}}))`
  expect(await read(script, autoconfig(values, incoming))).toEqual({
    root: ['clientConfig', '1.1'],
    domain: 'firm.example',
    incoming: 'imap',
    out: {
      hostname: 'in.smtpok.com',
      port: '2525',
      socketType: 'STARTTLS',
      username: values.username,
      authentication: 'password-cleartext',
    },
  })
})
