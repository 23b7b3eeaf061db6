import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compareLists } from '../../relay/domain/compare-lists.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { listUserInfo, type Service } from '../../relay/service/list-user-info.ts'
import { makeAuthority } from '../support/certificates.ts'
import { documentedListing, type ServiceDouble, startServiceDouble } from '../support/service-double.ts'

let folder: string
let double: ServiceDouble
let service: Service

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-'))
  const authority = await makeAuthority(folder)
  double = await startServiceDouble(await authority.issue())
  service = {
    url: `https://localhost:${double.port}/API/v2.0/users/listuserinfo`,
    ca: await readFile(authority.caFile, 'utf8'),
    timeoutMs: 5000,
  }
})
beforeEach(() => {
  double.asked.length = 0
})
afterAll(async () => {
  await double.stop()
  await rm(folder, { recursive: true, force: true })
})

const ask = (changes: Partial<Service> = {}) =>
  listUserInfo({ ...service, ...changes }, 's12345_6', new Secret('pass word'))
const says = (body: unknown, status = 200): void => double.answerWith({ status, body })

describe('asking the service about a user', () => {
  it('posts the documented request and reads the documented fields', async () => {
    says(documentedListing)
    expect(await ask()).toEqual({
      ok: true,
      value: {
        status: 'active',
        priority: 2,
        note: 'front desk',
        blockedUntil: '2999-01-01T00:00:00.000Z',
        adminBlock: false,
        domains: ['firm.example', 'New.Example'],
        senders: ['info@partner.example'],
      },
    })
    expect(double.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /API/v2.0/users/listuserinfo',
    ])
    expect(JSON.parse(double.asked[0]?.body ?? '')).toEqual({
      User: { Username: 's12345_6', Secret: 'pass word' },
      Username: 's12345_6',
    })
  })

  it('takes another case, arrays, an envelope and absence, and believes nothing odd', async () => {
    says({
      code: 0,
      user: { isEnabled: 'False', domainlist: ['firm.example', 7], priority: 9, blockUntil: 'soon' },
    })
    expect(await ask()).toEqual({
      ok: true,
      value: {
        status: 'inactive',
        priority: null,
        note: null,
        blockedUntil: null,
        adminBlock: null,
        domains: ['firm.example'],
        senders: null,
      },
    })
  })

  it.each([
    ['refused', { Code: 104, Message: 'no' }, 200],
    ['refused', '', 401],
    ['unavailable', '', 503],
    ['changed', '<html>', 200],
    ['changed', { Code: 0 }, 200],
    ['changed', '', 404],
    ['changed', 'x'.repeat(1_000_001), 200],
  ])('is %s, softly, after %j with %i', async (reason, body, status) => {
    says(body, status)
    expect(await ask()).toEqual({ ok: false, problem: reason })
  })

  it('follows no redirect with the password', async () => {
    double.answerWith({ status: 307, body: '', headers: { Location: service.url } })
    expect(await ask()).toEqual({ ok: false, problem: 'changed' })
    expect(double.asked).toHaveLength(1)
  })

  it('tells a server that nobody vouches for nothing', async () => {
    says(documentedListing)
    const { url, timeoutMs } = service
    expect(await listUserInfo({ url, timeoutMs }, 's12345_6', new Secret('pass word'))).toEqual({
      ok: false,
      problem: 'certificate',
    })
    expect(double.asked).toEqual([])
  })

  it('waits for a limited time, and says when nobody is there', async () => {
    says('', 0)
    expect(await ask({ timeoutMs: 50 })).toEqual({ ok: false, problem: 'not-answering' })
    expect(await ask({ url: 'https://localhost:1/' })).toEqual({ ok: false, problem: 'not-reached' })
  })
})

describe('comparing the lists', () => {
  it('names what only one side has, as the relay compares, and sets aside what it cannot read', () => {
    const here = { authorizedDomains: 'firm.example;old.example', authorizedSenders: '' }
    const there = { domains: ['FIRM.example', 'new.example', 'a,b'], senders: null }
    expect(compareLists(here, there)).toEqual({
      domains: { onlyHere: ['old.example'], onlyThere: ['new.example'] },
      senders: null,
      unreadable: ['a,b'],
    })
  })
})
