import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { breakDisk, type DiskError, type FailingCalls } from '../support/failing-disk.ts'
import { openPlainOffice, type PlainOffice, plainMessage } from '../support/plain-office.ts'
import { waitUntil } from '../support/wait-until.ts'

let office: PlainOffice
afterEach(() => office.close())

/** Sends until one is taken again, and gives its name. */
async function takenAgain(): Promise<string> {
  let number = 0
  await waitUntil('mail to be taken again', async () => {
    number += 1
    return (await office.send(`after-${number}`)).code === 250
  })
  return `after-${number}`
}

const noThanks = { bare: true, mail: '451 4.3.0 later' }

const faults: readonly (readonly [FailingCalls, DiskError])[] = [
  ['fsync,fdatasync', 'EIO'],
  ['fsync,fdatasync', 'ENOSPC'],
  ['pwrite64', 'EIO'],
  ['pwrite64', 'ENOSPC'],
  ['pwrite64', 'EROFS'],
]

describe('a disk that answers', () => {
  it.each(faults)(
    '%s with %s: 452 and an alert, nothing said is untrue, and by itself mail again afterwards',
    async (calls, error) => {
      office = await openPlainOffice()
      office.upstream.behave(noThanks)
      expect((await office.send('before')).code).toBe(250)
      await office.relay().waitFor('deferred')
      const broken = await breakDisk(office.relay().pid, calls, error)
      expect((await office.send('small')).line).toMatch(/^452 4\.3\.1 .{20,}/)
      expect((await office.send('long', 600_000)).line).toMatch(/^452 4\.3\.1 .{20,}/)
      await office.relay().waitFor('refused', ({ reason }) => reason === 'storage')
      await office.relay().waitFor('alert', ({ kind }) => kind === 'disk-low')
      await broken.mend()
      const after = await takenAgain()
      // What counts is what a relay finds that knows nothing of what was in memory.
      await office.relay().kill()
      expect(await office.queued()).toEqual([after, 'before'])
      await office.startAgain()
      expect((await office.send('another')).code).toBe(250)
    },
  )

  it('with an error in the middle of a long message: that message is refused, though the disk works again', async () => {
    office = await openPlainOffice()
    const dialogue = await office.open()
    await dialogue.envelope('info@firm.example', ['half@customer.example'])
    await dialogue.write(plainMessage(700_000))
    // In the queue's hands before the disk fails.
    const wal = join(office.data, 'relay.db-wal')
    await waitUntil('the first part on disk', async () => (await stat(wal)).size > 300_000)
    const broken = await breakDisk(office.relay().pid, 'fsync,fdatasync', 'EIO')
    expect((await office.send('meanwhile')).code).toBe(452)
    await broken.mend()
    const after = await takenAgain()
    expect((await dialogue.message('the end')).code).toBe(452)
    dialogue.close()
    expect(await office.arrived([after])).toEqual([after])
  })
})

describe('a data folder that', () => {
  it('is taken away while the relay runs takes no mail, and takes mail again when it is back', async () => {
    office = await openPlainOffice()
    await rename(office.data, `${office.data}-away`)
    expect((await office.send('away')).line).toMatch(/^452 4\.3\.1 /)
    await rename(`${office.data}-away`, office.data)
    const after = await takenAgain()
    expect(await office.arrived([after])).toEqual([after])
  })

  it('is deleted while the relay runs takes no mail, and a new start begins anew', async () => {
    office = await openPlainOffice()
    await rm(office.data, { recursive: true })
    expect((await office.send('away')).line).toMatch(/^452 4\.3\.1 /)
    await office.relay().stop()
    await office.startAgain()
    expect((await office.send('anew')).code).toBe(250)
    await office.arrived(['anew'])
  })

  it('holds a broken database at a start: it is put aside whole, said, and mail is taken', async () => {
    office = await openPlainOffice()
    await office.relay().stop()
    await writeFile(
      join(office.data, 'relay.db'),
      'this is no database, it is a letter to the editor\n'.repeat(99),
    )
    const again = await office.startAgain()
    await waitUntil('it to say so', () => /kept as .*relay\.db\.unreadable-/.test(again.stderr()))
    expect((await office.send('anew')).code).toBe(250)
  })
})
