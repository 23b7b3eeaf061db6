import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeFiles } from '../../../electron/hand-over/made-files.ts'
import { allGuides, type GuideId, guideOf } from '../../../renderer/guides/all-guides.ts'
import { guideVariants, mistakes, possibleVariants, stepsOf } from '../../../renderer/guides/guide.ts'
import { type GuidePlace, guideValues, shownValues } from '../../../renderer/guides/guide-values.ts'
import { snippetOf } from '../../../renderer/guides/snippets/snippet-of.ts'
import { guideWords } from '../../../renderer/words/all-guide-words.ts'
import { leavesOf } from './leaves.ts'

const place: GuidePlace = {
  relay: { address: '127.0.0.1', port: 2525 },
  network: { address: '192.168.1.10', port: 2526 },
  certificateFile: '/home/anna/relay/certificate.pem',
  smtpPlus: { server: 'in.smtpok.com', port: 2500, encryption: 'starttls', username: 's12345_6' },
  login: 'accounting',
  from: 'info@yourcompany.example',
}
const ways = allGuides.flatMap((guide) => possibleVariants(guide).map((variant) => ({ guide, variant })))

describe('the guides', () => {
  it('are there for every program that was promised', () => {
    const promised: readonly GuideId[] = [
      ...(['outlook-classic', 'outlook-new', 'outlook-mac', 'thunderbird', 'apple-mail', 'iphone'] as const),
      ...(['gmail-send-as', 'evolution', 'gmail-android', 'thunderbird-android', 'wordpress'] as const),
      ...(['woocommerce', 'prestashop', 'magento', 'phpmailer', 'nodemailer', 'python', 'dotnet'] as const),
      ...(['java', 'msmtp', 'postfix', 'exim', 'sendmail', 'hp', 'canon', 'ricoh', 'brother'] as const),
      ...(['kyocera', 'other-printer', 'synology', 'qnap', 'erp', 'other-program'] as const),
    ]
    expect(allGuides.map(({ id }) => id).toSorted()).toEqual(promised.toSorted())
  })

  it('are complete in both languages, with nothing empty and nothing left untranslated', () => {
    for (const { id } of allGuides) {
      const english = new Map(leavesOf(guideWords.en.guides[id]))
      const italian = new Map(leavesOf(guideWords.it.guides[id]))
      for (const path of ['about', 'choose', 'check', ...stepPaths(id)]) {
        const [one, other] = [english.get(path) ?? '', italian.get(path) ?? '']
        expect(one.length, `${id} ${path}`).toBeGreaterThan(15)
        expect(other.length, `${id} ${path}`).toBeGreaterThan(15)
        expect(one, `${id} ${path}`).not.toBe(other)
      }
    }
    for (const mistake of mistakes) {
      expect(guideWords.en.mistakes[mistake]).not.toBe(guideWords.it.mistakes[mistake])
    }
  })

  it.each([
    [
      'en',
      'apple-mail canon dotnet evolution exim gmail-android gmail-send-as iphone java magento msmtp nodemailer ' +
        'outlook-classic outlook-mac phpmailer postfix prestashop python sendmail thunderbird thunderbird-android ' +
        'woocommerce wordpress',
    ],
    [
      'it',
      'dotnet evolution exim gmail-android gmail-send-as java msmtp nodemailer phpmailer postfix python sendmail ' +
        'thunderbird thunderbird-android',
    ],
  ] as const)('say of each where its names were looked up, or that they were not: %s', (language, known) => {
    const confirmed = allGuides.filter(({ confirmedBy }) => confirmedBy?.[language]).map(({ id }) => id)
    expect(confirmed.toSorted().join(' ')).toBe(known)
    for (const { id, confirmedBy } of allGuides) {
      for (const source of confirmedBy?.[language] ?? []) {
        const test = /test\/[\w/.-]+\.test\.ts/.exec(source)?.[0]
        expect(test === undefined || existsSync(test), `${id}: ${source}`).toBe(true)
      }
    }
  })

  it('ask in each way for server, port, encryption, user name and password', () => {
    for (const { guide, variant } of ways) {
      const shown = stepsOf(guide, variant).flatMap(({ shows }) => shows ?? [])
      for (const name of ['server', 'port', 'encryption', 'username', 'password'] as const) {
        expect(shown, `${guide.id} ${variant}`).toContain(name)
      }
      expect(shownValues(guide)).toEqual([...new Set(shownValues(guide))])
    }
  })

  it('have a value for everything they show, in every way that is possible', () => {
    for (const { guide, variant } of ways) {
      const values = guideValues(guide, variant, place)
      expect(values, `${guide.id} ${variant}`).toMatchObject({ ok: true })
      if (!values.ok) continue
      expect(values.value.server).not.toBe('')
      expect(values.value.username).toBe(variant === 'relay' ? 'accounting' : 's12345_6')
      expect(values.value.encryption).toBe('starttls')
    }
  })

  it('never send to port 465, and to SMTP+ only on ports that it has or a menu leaves no choice about', () => {
    for (const { guide } of ways) {
      for (const port of guide.directPorts ?? []) expect([25, 587, 2525]).toContain(port)
      expect(guide.directPorts?.[0] ?? 25).toBe(25)
    }
    const gmail = guideValues(guideOf('gmail-send-as'), 'direct', place)
    expect(gmail).toMatchObject({ ok: true, value: { port: 25 } })
    const python = guideValues(guideOf('python'), 'direct', place)
    expect(python).toMatchObject({ ok: true, value: { port: 2500 } })
  })

  it('say what is in the way where there are no values', () => {
    const [phone, printer, mail] = [guideOf('iphone'), guideOf('hp'), guideOf('thunderbird')]
    const problem = (result: ReturnType<typeof guideValues>): string => (result.ok ? '' : result.problem)
    expect(problem(guideValues(phone, 'relay', place))).toBe('not-possible')
    expect(problem(guideValues(printer, 'relay', { ...place, network: null }))).toBe('door-shut')
    expect(problem(guideValues(mail, 'relay', { ...place, relay: null }))).toBe('relay-not-there')
    expect(problem(guideValues(mail, 'direct', { ...place, smtpPlus: null }))).toBe('no-user')
  })

  it('give devices the address of the door, programs here the loopback, and phones neither', () => {
    expect(guideValues(guideOf('ricoh'), 'relay', place)).toMatchObject({
      value: place.network && { server: '192.168.1.10', port: 2526 },
    })
    expect(guideValues(guideOf('erp'), 'relay', place)).toMatchObject({
      value: { server: '127.0.0.1', port: 2525 },
    })
    // Java compares names alone.
    expect(guideValues(guideOf('java'), 'relay', place)).toMatchObject({ value: { server: 'localhost' } })
    for (const id of [
      'iphone',
      'gmail-android',
      'thunderbird-android',
      'gmail-send-as',
      'outlook-new',
    ] as const) {
      expect(possibleVariants(guideOf(id))).toEqual(['direct'])
    }
    expect(guideVariants[0]).toBe('relay')
  })
})

describe('the text to paste', () => {
  it('holds server, port and user name, and never a password', () => {
    for (const { guide, variant } of ways) {
      const values = guideValues(guide, variant, place)
      const code = values.ok ? snippetOf(guide.id, values.value) : null
      if (!values.ok || code === null) continue
      expect(code, guide.id).toContain(values.value.server)
      expect(code, guide.id).toContain(String(values.value.port))
      expect(code, guide.id).toContain(values.value.username)
      expect(code, guide.id).toMatch(/SMTP_PASSWORD|companion.password|YOUR-PASSWORD|--interactive/)
      expect(code, guide.id).toMatch(/tls/i)
    }
  })

  it.each([
    ['msmtp', 'msmtp'],
    ['postfix', 'postfix'],
    ['exim', 'exim'],
    ['wordpress', 'wordpress'],
  ] as const)('says for %s what the file says, line by line', (id, format) => {
    for (const variant of guideVariants) {
      const values = guideValues(guideOf(id), variant, place)
      if (!values.ok) throw new Error(values.problem)
      const { server, port, username, from, certificateFile } = values.value
      const made = makeFiles({
        format,
        server: { server, port, username: username ?? '', from, certificateFile },
        password: null,
        incoming: null,
        path: '/file',
        uuid: () => '',
      })
      const [file] = made.ok ? made.value : []
      // What stands around it: which command puts the password where it is looked for, and PHP's own mark.
      const own = (file?.text ?? '')
        .split('\n')
        .filter((line) => !/^(?:# sudo|<\?php|passwordeval)/.test(line))
      const snippet = snippetOf(id, values.value)?.split('\n') ?? []
      expect(own.length).toBeGreaterThan(5)
      for (const line of own) if (line !== '') expect(snippet).toContain(line)
    }
  })

  it('has something in place of what isn’t known yet', () => {
    const values = guideValues(guideOf('msmtp'), 'relay', { ...place, login: null, from: '' })
    const snippet = values.ok ? snippetOf('msmtp', values.value) : null
    expect(snippet).toContain('user "YOUR-SIGN-IN"')
    expect(snippet).toContain('passwordeval "cat ~/.config/msmtp/companion-password"')
  })

  it('keeps values apart from code, whatever is in them', () => {
    const values = guideValues(guideOf('phpmailer'), 'relay', { ...place, login: String.raw`a'b\c` })
    expect(values.ok && snippetOf('phpmailer', values.value)).toContain(String.raw`'a\'b\\c'`)
    const other = guideValues(guideOf('python'), 'relay', {
      ...place,
      certificateFile: String.raw`C:\Anna "1"\c.pem`,
    })
    expect(other.ok && snippetOf('python', other.value)).toContain(String.raw`cafile="C:\\Anna \"1\"\\c.pem"`)
  })
})

function stepPaths(id: GuideId): readonly string[] {
  return guideOf(id).steps.map((step) => `steps.${step.id}`)
}
