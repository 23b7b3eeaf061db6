import { firstSettings, type Settings } from '../../electron/settings/settings-schema.ts'

/** Settings with the user `office`, whose domains are all verified by what a person said. */
export function officeSettings(authorizedDomains: string): Settings {
  const verified = { state: 'verified', how: 'confirmed-in-mailup', at: '2026-01-05T08:00:00.000Z' } as const
  return {
    ...firstSettings('en'),
    users: [
      {
        id: 'office',
        server: 'in.smtpok.com',
        port: 2525,
        encryption: 'starttls',
        username: 's12345_6',
        status: 'active',
        priority: 3,
        note: '',
        authorizedDomains,
        authorizedSenders: '',
        unauthorizedSenders: 'block',
        verification: Object.fromEntries(authorizedDomains.split(';').map((domain) => [domain, verified])),
      },
    ],
  }
}
