import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type FalseClock, makeFalseClock } from '../support/false-clock.ts'
import { openPlainOffice, type PlainOffice } from '../support/plain-office.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const decadeDays = 3650
const dayMs = 86_400_000

let office: PlainOffice
let clock: FalseClock
afterEach(() => office.close())

async function openOfficeAt(days: number): Promise<void> {
  clock = await makeFalseClock(await temporaryFolder(), days)
  office = await openPlainOffice({ env: clock.env })
}

/** Sends until the relay's events are dated by the clock as it was set anew. */
async function untilItSeesTheTime(days: number): Promise<void> {
  let number = 0
  await waitUntil('the relay to see its clock', async () => {
    number += 1
    expect((await office.send(`look${number}`)).code).toBe(250)
    const { at } = await office
      .relay()
      .waitFor('queued', ({ recipients }) => recipients[0] === `look${number}@customer.example`)
    return Math.abs(Date.parse(at) - Date.now() - days * dayMs) < dayMs
  })
}

describe.each([decadeDays, -decadeDays])('a clock that is wrong by %s days', (days) => {
  it('at a start: mail goes, the certificate is valid at that time, ids still grow once it is right', async () => {
    await openOfficeAt(days)
    expect((await office.send('then')).code).toBe(250)
    await office.arrived(['then'])
    const pem = await readFile(join(office.data, 'certificate', 'listener-certificate.pem'))
    const { validFrom, validTo } = new X509Certificate(pem)
    const then = Date.now() + days * dayMs
    expect(Date.parse(validFrom)).toBeLessThan(then)
    expect(Date.parse(validTo)).toBeGreaterThan(then)
    const before = await office.relay().waitFor('queued')
    await office.relay().stop()
    await clock.set(0)
    await office.startAgain()
    expect((await office.send('now')).code).toBe(250)
    await office.arrived(['now'])
    const after = await office.relay().waitFor('queued')
    expect(after.id > before.id).toBe(true)
    const renewed = new X509Certificate(
      await readFile(join(office.data, 'certificate', 'listener-certificate.pem')),
    )
    expect(Date.parse(renewed.validFrom)).toBeLessThan(Date.now())
    expect(Date.parse(renewed.validTo)).toBeGreaterThan(Date.now())
  })

  it('while the relay runs, and right again: nothing is given up, everything arrives', async () => {
    await openOfficeAt(0)
    office.upstream.behave({ bare: true, mail: '451 4.3.0 later' })
    expect((await office.send('before')).code).toBe(250)
    await office.relay().waitFor('deferred')
    await clock.set(days)
    await untilItSeesTheTime(days)
    expect((await office.send('meanwhile')).code).toBe(250)
    await office
      .relay()
      .waitFor('deferred', ({ recipients }) => recipients[0] === 'meanwhile@customer.example')
    await clock.set(0)
    await untilItSeesTheTime(0)
    expect(office.relay().eventsNamed('failed')).toEqual([])
    office.upstream.behave({ bare: true })
    await runCli(['queue', 'retry', '--all', '--data', office.data])
    await office.arrived(['before', 'meanwhile'])
  })
})
