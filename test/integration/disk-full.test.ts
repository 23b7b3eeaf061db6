import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeMail } from '../support/mail.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { runProcess } from '../support/running-process.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { waitUntil } from '../support/wait-until.ts'

const postfix = await startPostfix()
const disk = await mountSmallDisk(24 * 1024 * 1024)
afterAll(async () => {
  await disk.remove()
  await postfix.stop()
})

describe('a full disk', () => {
  it('is answered with 452, and everything that was acknowledged arrives', async () => {
    const office = await openOffice(postfix, { data: join(disk.directory, 'data') })
    // A server that doesn't answer: what is accepted stays on the disk.
    await postfix.freeze()
    const message = writeMail({ body: 'a line of the invoice\r\n'.repeat(50_000) })
    const acknowledged: string[] = []
    let refusal = ''
    for (let number = 0; refusal === '' && number < 20; number += 1) {
      const recipient = `disk-${number}@customer.example`
      const sent = await office.send({ message, recipients: [recipient] })
      if (sent.code === 0) {
        acknowledged.push(recipient)
      } else {
        refusal = sent.transcript
      }
    }
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(refusal).toMatch(/452 4\.3\.1 .{20,}/)
    await office.relay().waitFor('refused', (event) => event.reason === 'storage')
    expect(
      office
        .relay()
        .eventsNamed('queued')
        .map((event) => event.recipients[0]),
    ).toEqual(acknowledged)

    await postfix.thaw()
    for (const recipient of acknowledged) {
      await postfix.waitForMessage((arrived) => arrived.recipient === recipient, 60_000)
    }
    await office.close()
    expect(await postfix.messages()).toHaveLength(acknowledged.length)
  })

  it('that another program fills is answered with 452, and mail goes again once there is room', async () => {
    const office = await openOffice(postfix, { data: join(disk.directory, 'filled') })
    const filler = join(disk.directory, 'filler')
    // Writes until nothing more fits: its own failure is what is wanted.
    await runProcess('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'])
    const refused = await office.send()
    expect(refused.code).not.toBe(0)
    expect(refused.transcript).toMatch(/452 4\.3\.1 /)
    expect(office.relay().eventsNamed('queued')).toEqual([])
    await rm(filler)
    await waitUntil('the relay to see the room', async () => (await office.send()).code === 0)
    await office.relay().waitFor('delivered')
    await office.close()
  })
})
