import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeMail } from '../support/mail.ts'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { runProcess } from '../support/running-process.ts'

const postfix = await startPostfix()
const data = await mkdtemp(join(tmpdir(), 'small-disk-'))
const mounted = await runProcess('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', data])
afterAll(async () => {
  await runProcess('umount', ['--lazy', data])
  await rm(data, { recursive: true })
  await postfix.stop()
})

describe('a full disk', () => {
  it('is answered with 452, and everything that was acknowledged arrives', async () => {
    expect(mounted.code, mounted.stderr).toBe(0)
    const office = await openOffice(postfix, { data })
    // A server that doesn't answer: what is accepted stays on the disk.
    postfix.freeze()
    const message = writeMail({ body: 'a line of the invoice\r\n'.repeat(50_000) })
    const acknowledged: string[] = []
    let refusal = ''
    for (let number = 0; refusal === '' && number < 10; number += 1) {
      const recipient = `disk-${number}@customer.example`
      const sent = await office.send({ message, recipients: [recipient] })
      if (sent.code === 0) {
        acknowledged.push(recipient)
      } else {
        refusal = sent.transcript
      }
    }
    expect(refusal).toMatch(/452 4\.3\.1 .{20,}/)
    await office.relay().waitFor('refused', (event) => event.reason === 'storage')
    expect(
      office
        .relay()
        .eventsNamed('queued')
        .map((event) => event.recipients[0]),
    ).toEqual(acknowledged)

    postfix.thaw()
    for (const recipient of acknowledged) {
      await postfix.waitForMessage((arrived) => arrived.recipient === recipient, 60_000)
    }
    await office.close()
    expect(await postfix.messages()).toHaveLength(acknowledged.length)
  })
})
