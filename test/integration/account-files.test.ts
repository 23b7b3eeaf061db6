import { expect, it } from 'vitest'
import { autoconfig } from '../../electron/hand-over/autoconfig.ts'
import { mobileconfig } from '../../electron/hand-over/mobileconfig.ts'
import { appleProfile, clientConfigOf, element } from '../support/account-file-schemas.ts'
import { runProcess } from '../support/running-process.ts'

const values = {
  server: 'in.smtpok.com',
  port: 2525,
  username: `s1<2>&"3'`,
  from: 'info@firm.example',
  certificateFile: null,
}
const incomings = [
  { type: 'imap', server: 'mail.firm.example', port: 993, encryption: 'tls', username: 'info' },
  {
    type: 'pop3',
    server: 'mail.firm.example',
    port: 110,
    encryption: 'starttls',
    username: '%EMAILADDRESS%',
  },
] as const

/** Python's own parsers read the file; the script prints JSON. */
async function read(script: string, made: ReturnType<typeof autoconfig>): Promise<unknown> {
  const input = made.ok ? made.value : ''
  const { stdout, stderr } = await runProcess('python3', ['-c', script], { input })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

it.each(incomings)(
  'Apple’s profile for $type holds what Apple’s published schema demands, no key it doesn’t know, and no password',
  async (incoming) => {
    const script = 'import plistlib, json, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'
    const profile = appleProfile.parse(
      await read(
        script,
        mobileconfig(values, incoming, () => crypto.randomUUID()),
      ),
    )
    expect(profile.PayloadContent).toMatchObject([
      {
        EmailAccountType: incoming.type === 'imap' ? 'EmailTypeIMAP' : 'EmailTypePOP',
        EmailAddress: 'info@firm.example',
        IncomingMailServerHostName: 'mail.firm.example',
        IncomingMailServerPortNumber: incoming.port,
        IncomingMailServerUseSSL: true,
        OutgoingMailServerAuthentication: 'EmailAuthPassword',
        OutgoingMailServerHostName: 'in.smtpok.com',
        OutgoingMailServerPortNumber: 2525,
        OutgoingMailServerUseSSL: true,
        OutgoingMailServerUsername: values.username,
        OutgoingPasswordSameAsIncomingPassword: false,
      },
    ])
    const identifiers = [profile, ...profile.PayloadContent].flatMap((one) => [
      one.PayloadUUID,
      one.PayloadIdentifier,
    ])
    expect(new Set(identifiers).size).toBe(4)
  },
)

it.each(incomings)(
  'an autoconfig file for $type is what Thunderbird’s reader demands, with values it knows',
  async (incoming) => {
    const script = `import json, sys, xml.etree.ElementTree as tree
def read(one): return {'tag': one.tag, 'attributes': dict(one.attrib), 'text': (one.text or '').strip(), 'children': [read(child) for child in one]}
print(json.dumps(read(tree.parse(sys.stdin).getroot())))`
    const file = clientConfigOf(element.parse(await read(script, autoconfig(values, incoming))))
    expect(file.domains).toEqual(['firm.example'])
    expect(file.incoming).toMatchObject([
      {
        type: incoming.type,
        server: {
          socketType: [incoming.encryption === 'tls' ? 'SSL' : 'STARTTLS'],
          username: [incoming.username],
        },
      },
    ])
    expect(file.outgoing).toEqual([
      {
        type: 'smtp',
        server: {
          hostname: ['in.smtpok.com'],
          port: [2525],
          socketType: ['STARTTLS'],
          username: [values.username],
          authentication: ['password-cleartext'],
        },
      },
    ])
  },
)
