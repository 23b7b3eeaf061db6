import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compareLists } from '../../relay/domain/compare-lists.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { listUserInfo, type Service } from '../../relay/service/list-user-info.ts'
import { makeAuthority } from '../support/certificates.ts'

// A local double of listuserinfo, with the documented fields, over real https.
const documented = {
  IsEnabled: true,
  DomainList: 'firm.example;New.Example',
  SenderList: 'info@partner.example',
  Priority: 2,
  Note: 'front desk',
  BlockUntil: '2999-01-01T00:00:00Z',
  AdminBlock: false,
}
let folder: string
let server: Server
let service: Service
let answer: { status: number; body: string; headers?: Record<string, string> }
let asked: { method: string | undefined; url: string | undefined; body: string }[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-'))
  const authority = await makeAuthority(folder)
  const { keyFile, certFile } = await authority.issue()
  const pair = { key: await readFile(keyFile), cert: await readFile(certFile) }
  server = createServer(pair, (request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, body })
      if (answer.status === 0) return
      response.writeHead(answer.status, answer.headers)
      response.end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  service = {
    url: `https://localhost:${port}/API/v2.0/users/listuserinfo`,
    ca: await readFile(authority.caFile, 'utf8'),
    timeoutMs: 5000,
  }
})
beforeEach(() => {
  asked = []
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = (changes: Partial<Service> = {}) =>
  listUserInfo({ ...service, ...changes }, 's12345_6', new Secret('pass word'))
const says = (body: unknown, status = 200): void => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

describe('asking the service about a user', () => {
  it('posts the documented request and reads the documented fields', async () => {
    says(documented)
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
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /API/v2.0/users/listuserinfo'])
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
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
    answer = { status: 307, body: '', headers: { Location: service.url } }
    expect(await ask()).toEqual({ ok: false, problem: 'changed' })
    expect(asked).toHaveLength(1)
  })

  it('tells a server that nobody vouches for nothing', async () => {
    says(documented)
    const { url, timeoutMs } = service
    expect(await listUserInfo({ url, timeoutMs }, 's12345_6', new Secret('pass word'))).toEqual({
      ok: false,
      problem: 'certificate',
    })
    expect(asked).toEqual([])
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
