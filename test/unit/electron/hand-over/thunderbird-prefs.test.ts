import { describe, expect, it } from 'vitest'
import {
  withoutThunderbirdServer,
  withThunderbirdServer,
} from '../../../../electron/hand-over/thunderbird-prefs.ts'
import { readThunderbird } from '../../../../relay/config/readers/thunderbird.ts'

const values = {
  server: '127.0.0.1',
  port: 2525,
  username: `my "laptop" \\ é`,
  from: 'info@firm.example',
  certificateFile: null,
}

const existing = [
  '// Mozilla User Preferences',
  '',
  'user_pref("mail.identity.id1.smtpServer", "smtp1");',
  'user_pref("mail.smtp.defaultserver", "smtp1");',
  'user_pref("mail.smtpserver.smtp1.hostname", "mail.firm.example");',
  'user_pref("mail.smtpserver.smtp4.hostname", "left behind");',
  'user_pref("mail.smtpservers", "smtp1");',
  '',
].join('\n')

const withServer = (prefs: string) => {
  const made = withThunderbirdServer(prefs, values)
  if (!made.ok) throw new Error(made.problem.reason)
  return made.value
}

describe('an outgoing server in prefs.js', () => {
  it('is read back as it was meant', () => {
    const [, ours] = readThunderbird(withServer(existing).prefs)
    expect(ours?.server).toMatchObject({
      server: '127.0.0.1',
      port: 2525,
      encryption: 'starttls',
      username: values.username,
    })
  })

  it('takes a key that no server has or had, and leaves every other line as it is', () => {
    const { prefs, key } = withServer(existing)
    expect(key).toBe('smtp5')
    expect(prefs).toContain('user_pref("mail.smtpservers", "smtp1,smtp5");\n')
    for (const line of existing.split('\n').filter((text) => !text.includes('smtpservers')))
      expect(prefs.split('\n')).toContain(line)
  })

  it('goes into an empty profile', () => {
    expect(withServer('').prefs).toContain('user_pref("mail.smtpservers", "smtp1");\n')
  })

  it('is refused where the list of servers can’t be read', () => {
    const odd = 'user_pref("mail.smtpservers",\n  "smtp1");\n'
    expect(withThunderbirdServer(odd, values)).toMatchObject({ problem: { reason: 'prefs-unreadable' } })
  })

  it('is undone without what points at it, and with all that is newer kept', () => {
    const { prefs, key } = withServer(existing)
    const later = `${prefs}user_pref("mail.identity.id2.smtpServer", "${key}");\nuser_pref("newer", 1);\n`
    const undone = withoutThunderbirdServer(later, key)
    const text = undone.ok ? undone.value : ''
    expect(text.split('\n').toSorted()).toEqual(`${existing}user_pref("newer", 1);\n`.split('\n').toSorted())
  })

  it('never takes out a server that isn’t ours', () => {
    expect(withoutThunderbirdServer(existing, 'smtp1')).toMatchObject({ problem: { reason: 'not-ours' } })
  })
})
