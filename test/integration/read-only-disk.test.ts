import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ImageDisk, mountImageDisk } from '../support/image-disk.ts'
import { openPlainOffice, type PlainOffice } from '../support/plain-office.ts'
import { runCli } from '../support/relay-process.ts'
import { waitUntil } from '../support/wait-until.ts'

let disk: ImageDisk
let office: PlainOffice
beforeEach(async () => {
  disk = await mountImageDisk(48 * 1024 * 1024)
  office = await openPlainOffice({ data: join(disk.directory, 'data') })
})
afterEach(async () => {
  await office.close()
  await disk.remove()
})

const noThanks = { bare: true, rcpt: '451 4.3.0 later' }

describe('a disk that the system remounts read-only while the relay runs', () => {
  it('takes no mail with a sentence and an alert, and all that was acknowledged goes once it can be written to', async () => {
    office.upstream.behave(noThanks)
    expect((await office.send('before')).code).toBe(250)
    await office.relay().waitFor('deferred')
    await disk.turnReadOnly()
    expect((await office.send('small')).line).toMatch(/^452 4\.3\.1 .{20,}/)
    expect((await office.send('long', 600_000)).line).toMatch(/^452 4\.3\.1 .{20,}/)
    await office.relay().waitFor('refused', ({ reason }) => reason === 'storage')
    await office.relay().waitFor('alert', ({ kind }) => kind === 'disk-low')
    await disk.repair()
    office.upstream.behave({ bare: true })
    await waitUntil('mail to be taken again', async () => (await office.send('after')).code === 250)
    await office.relay().kill()
    await office.startAgain()
    await runCli(['queue', 'retry', '--all', '--data', office.data])
    expect(await office.arrived(['before', 'after'])).toEqual(expect.arrayContaining(['before', 'after']))
    expect(await office.queued()).not.toContain('small')
  })

  it('at a start says so and takes nothing, and goes on from there when it can be written to', async () => {
    office.upstream.behave(noThanks)
    expect((await office.send('before')).code).toBe(250)
    await office.relay().stop()
    await disk.turnReadOnly()
    const refused = await runCli(['serve', '--config', office.config, '--data', office.data])
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain(`${office.data} can't be written to`)
    await disk.repair()
    office.upstream.behave({ bare: true })
    await office.startAgain()
    await runCli(['queue', 'retry', '--all', '--data', office.data])
    expect(await office.arrived(['before'])).toContain('before')
  })
})
