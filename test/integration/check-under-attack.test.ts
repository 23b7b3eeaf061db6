import { describe, expect, it } from 'vitest'
import { evidenceLine } from '../../relay/domain/probe-evidence.ts'
import { checkConnection } from '../../relay/probe/connection-check.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { type Fault, startFaultServers } from '../support/fault-server.ts'

const password = 'the password of this test'
const ansi = '\u001b[2J\u001b]0;gotcha\u0007'
const html = '<img src=x onerror=alert(1)>'
const turned = '\u202egpj.exe\u2066\u200b\ufeff\u2028'

/** Ways for a server to be a nuisance; each has to come to some end that a person can be told. */
const attacks = {
  'a greeting of a gigabyte on one line': { greeting: 'flood:2' },
  'a greeting of endless lines': { greeting: 'flood:220-welcome\r\n' },
  'endless abilities': { ehlo: 'flood:250-ABILITY\r\n' },
  'endless abilities behind the encryption': { secureEhlo: 'flood:250-ABILITY\r\n' },
  'answers nobody asked for, without end': { ehlo: 'flood:250 ok\r\n' },
  'noise in place of the handshake': { handshake: 'flood:\u0016\u0003' },
  'an endless answer to the sign-in': { auth: 'flood:334 \r\n' },
  'an endless refusal of the sender': { mail: 'flood:550-no\r\n' },
  'a connection that ends after each answer': { mail: 'bye:250 ok' },
  'the password, said back': { mail: `550 5.7.1 ${password} ${Buffer.from(password).toString('base64')}` },
  'what moves a cursor, or runs in a page': { mail: `550 5.7.1 ${ansi}${html}${turned}` },
  'what moves a cursor, in the greeting': { greeting: `554 ${ansi}${html}${turned}` },
} as const

const byteByByte = {
  greeting: 'slow:220 upstream.test ESMTP, one byte after the other',
  ehlo: 'slow:250-upstream.test\n250 STARTTLS',
  auth: 'slow:235 2.7.0 welcome',
  mail: 'slow:250 2.1.0 ok',
} as const

const credentials = { username: 's1_2', password: new Secret(password) }
const senders = ['info@firm.example']

async function check(table: Readonly<Record<string, Fault['behaviour']>>) {
  // What is expected of each is said here, not in the table.
  const wanted = Object.entries(table).map(([name, behaviour]) => [name, fault(behaviour)] as const)
  const { caFile, ports } = await startFaultServers(Object.fromEntries(wanted))
  const report = await checkConnection({
    server: 'localhost',
    ports: [...ports.values()],
    caFile,
    credentials,
    senders,
    timeoutMs: 4000,
  })
  return new Map([...ports].map(([name, port]) => [name, report.ports.find((one) => one.port === port)]))
}

function fault(behaviour: Fault['behaviour'] = {}): Fault {
  return { verdict: 'ok', stage: 'quit', behaviour }
}

describe('the connection check, at a server that means harm', () => {
  it('ends in time, in little memory, with a verdict for each', async () => {
    const before = process.memoryUsage.rss()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 10)
    const started = performance.now()
    const found = await check(attacks).finally(() => clearInterval(watch))
    expect(performance.now() - started).toBeLessThan(5500)
    // The servers that flood live in this process, too.
    expect(peak - before).toBeLessThan(150 * 1024 * 1024)
    expect(Object.fromEntries([...found].map(([name, port]) => [name, port?.verdict]))).toEqual({
      'a greeting of a gigabyte on one line': 'not-smtp',
      'a greeting of endless lines': 'not-smtp',
      'endless abilities': 'not-smtp',
      'endless abilities behind the encryption': 'not-smtp',
      'answers nobody asked for, without end': 'starttls-stripped',
      // Whether it comes with the answer to STARTTLS or after it is up to the network.
      'noise in place of the handshake': expect.stringMatching(/^(?:intercepted|tls-failed)$/),
      'an endless answer to the sign-in': 'auth-not-offered',
      'an endless refusal of the sender': 'not-smtp',
      'a connection that ends after each answer': 'server-busy',
      'the password, said back': 'sender-refused',
      'what moves a cursor, or runs in a page': 'sender-refused',
      'what moves a cursor, in the greeting': 'server-busy',
    })
    for (const [name, port] of found) {
      for (const stage of port?.stages ?? []) {
        const evidence = evidenceLine(stage.evidence)
        expect(evidence, name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
        expect(evidence.length, name).toBeLessThanOrEqual(1000)
        expect(evidence, name).not.toContain(password)
        expect(evidence, name).not.toContain(Buffer.from(password).toString('base64'))
      }
    }
    const shown = found.get('what moves a cursor, or runs in a page')?.stages.at(-2)?.evidence
    expect(shown?.values['text']).toContain('<img src=x onerror=alert(1)>')
  })

  it('hears what comes byte by byte', async () => {
    const found = await check({ slowly: byteByByte })
    expect(found.get('slowly')?.verdict).toBe('ok')
  })
})
