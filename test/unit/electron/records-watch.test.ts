import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withComplete } from '../../../electron/desks/records-desk.ts'
import { watchRecords } from '../../../electron/desks/records-watch.ts'
import { firstSettings, type Settings } from '../../../electron/settings/settings-schema.ts'
import { firstDmarcRecord } from '../../../relay/domain/dmarc-record.ts'
import type { DomainRecordsCheck } from '../../../relay/domain/domain-records.ts'

const minuteMs = 60_000

const answer = (domain: string, complete: boolean): DomainRecordsCheck => ({
  reason: 'read',
  domain,
  complete,
  spf: { status: 'ok', records: ['v=spf1 include:musvc.com ~all'], lookups: 1, publish: null },
  dkim: [],
  dmarc: {
    status: complete ? 'ok' : 'missing',
    name: `_dmarc.${domain}`,
    record: null,
    policy: null,
    dkimAlignment: null,
    spfAlignment: null,
    aligned: true,
    publish: complete ? null : firstDmarcRecord,
  },
})

const settingsWith = (authorizedDomains: string, authorizedSenders = ''): Settings => ({
  ...firstSettings('en'),
  users: [
    {
      id: 'office',
      server: 'in.smtpok.com',
      port: 2525,
      encryption: 'starttls',
      status: 'active',
      priority: 2,
      note: '',
      authorizedDomains,
      authorizedSenders,
      unauthorizedSenders: 'block',
    },
  ],
})

function watching(start: Settings) {
  let settings = start
  let says: (domain: string) => DomainRecordsCheck = (domain) => answer(domain, false)
  const asked: { domain: string; minute: number }[] = []
  const watch = watchRecords({
    settings: () => settings,
    read: (domain) => {
      asked.push({ domain, minute: Math.floor(Date.now() / minuteMs) })
      return Promise.resolve(says(domain))
    },
    onComplete(domain, complete) {
      settings = withComplete(settings, domain, complete) ?? settings
    },
    onChange: () => {},
    nowMs: Date.now,
  })
  return {
    watch,
    asked,
    complete: () => settings.checklist.completeDomains,
    say(next: typeof says) {
      says = next
    },
    setLists(domains: string) {
      settings = settingsWith(domains)
      watch.follow()
    },
  }
}

describe('the watch over DNS records', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }))
  afterEach(() => void vi.useRealTimers())

  it('looks again after half a minute, 1, 2, 4, 8, 16, then every 30, and stops when all is there', async () => {
    const { watch, asked, complete, say } = watching(settingsWith('firm.example'))
    await watch.look('firm.example')
    expect(watch.views()[0]?.nextAt).toBe(new Date(minuteMs / 2).toISOString())
    await vi.advanceTimersByTimeAsync(122 * minuteMs)
    expect(asked.map(({ minute }) => minute)).toEqual([0, 0, 1, 3, 7, 15, 31, 61, 91, 121])
    expect(complete()).toEqual([])
    say((domain) => answer(domain, true))
    await vi.advanceTimersByTimeAsync(24 * 60 * minuteMs)
    expect(asked).toHaveLength(11)
    expect(watch.views()[0]?.nextAt).toBeNull()
    expect(complete()).toEqual(['firm.example'])
  })

  it('begins with the short pauses again when somebody looks', async () => {
    const { watch } = watching(settingsWith('firm.example'))
    await watch.look('firm.example')
    await vi.advanceTimersByTimeAsync(10 * minuteMs)
    await watch.look('firm.example')
    expect(watch.views()[0]?.nextAt).toBe(new Date(10.5 * minuteMs).toISOString())
  })

  it('follows the domains of both lists by itself, and leaves those that went', async () => {
    const { watch, asked, setLists } = watching(settingsWith('firm.example', 'ann@shop.example'))
    watch.follow()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked.map(({ domain }) => domain)).toEqual(['firm.example', 'shop.example'])
    setLists('firm.example')
    await vi.advanceTimersByTimeAsync(2 * minuteMs)
    expect(new Set(asked.slice(2).map(({ domain }) => domain))).toEqual(new Set(['firm.example']))
    expect(watch.views().map(({ domain }) => domain)).toEqual(['firm.example'])
  })

  it('takes a domain off the complete ones when its records went, not when the DNS is silent', async () => {
    const { watch, complete, say } = watching(settingsWith('firm.example'))
    say((domain) => answer(domain, true))
    await watch.look('firm.example')
    say(() => ({ reason: 'dns-not-answering' }))
    await watch.look('firm.example')
    expect(complete()).toEqual(['firm.example'])
    say((domain) => answer(domain, false))
    await watch.look('firm.example')
    expect(complete()).toEqual([])
    watch.stop()
  })

  it('asks once when two want to know at the same time, and never after it was stopped', async () => {
    const { watch, asked } = watching(settingsWith('firm.example'))
    await Promise.all([watch.look('firm.example'), watch.look('firm.example')])
    watch.stop()
    await watch.look('firm.example')
    await vi.advanceTimersByTimeAsync(60 * minuteMs)
    expect(asked).toHaveLength(1)
  })
})
