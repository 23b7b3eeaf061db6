import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../relay/queue/database.ts'
import { openPlainOffice, type PlainOffice, plainMessage } from '../support/plain-office.ts'
import { seedQueue } from '../support/seeded-queue.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

let office: PlainOffice
afterEach(() => office.close())

describe('a relay that is told to stop', () => {
  it('finishes the message it is receiving, takes no other, and is gone with 0 within 10 s', async () => {
    office = await openPlainOffice()
    office.upstream.behave({ bare: true, mail: '451 4.3.0 later' })
    const dialogue = await office.open()
    await dialogue.envelope('info@firm.example', ['last@customer.example'])
    await dialogue.write(plainMessage(300_000))
    const startMs = performance.now()
    office.relay().signal('SIGTERM')
    await office.relay().waitFor('stopping')
    expect((await dialogue.message('the end')).code).toBe(250)
    expect(await office.relay().ended).toEqual({ code: 0, signal: null })
    expect(performance.now() - startMs).toBeLessThan(10_000)
    expect(await office.queued()).toEqual(['last'])
  })

  it('waits at most 10 s for a server that hangs, and sends that message again at the next start', async () => {
    office = await openPlainOffice()
    office.upstream.behave({ bare: true, data: 'hang' })
    expect((await office.send('hanging')).code).toBe(250)
    await waitUntil('the server to hang', () => office.upstream.commands.includes('DATA'))
    const startMs = performance.now()
    office.relay().signal('SIGTERM')
    expect(await office.relay().ended).toEqual({ code: 0, signal: null })
    expect(performance.now() - startMs).toBeLessThan(12_000)
    office.upstream.behave({ bare: true })
    await office.startAgain()
    expect(await office.arrived(['hanging'])).toEqual(['hanging'])
  })

  it('twice ends at once, and nothing that was acknowledged is lost by it', async () => {
    office = await openPlainOffice()
    office.upstream.behave({ bare: true, data: 'hang' })
    expect((await office.send('kept')).code).toBe(250)
    await waitUntil('the server to hang', () => office.upstream.commands.includes('DATA'))
    const startMs = performance.now()
    office.relay().signal('SIGTERM')
    await office.relay().waitFor('stopping')
    office.relay().signal('SIGTERM')
    await office.relay().ended
    expect(performance.now() - startMs).toBeLessThan(5_000)
    office.upstream.behave({ bare: true })
    const again = await office.startAgain()
    await waitUntil('it to say what it put right', () => /sent again now: 1/.test(again.stderr()))
    await office.arrived(['kept'])
  })
})

describe('a computer that sleeps', () => {
  it('and wakes again: the open session goes on, and its message arrives', async () => {
    office = await openPlainOffice()
    const dialogue = await office.open()
    await dialogue.envelope('info@firm.example', ['sleeper@customer.example'])
    office.relay().signal('SIGSTOP')
    const asleepMs = performance.now()
    await dialogue.write(plainMessage(1000))
    await waitUntil('some sleep', () => performance.now() - asleepMs > 2_000)
    office.relay().signal('SIGCONT')
    expect((await dialogue.message('the end')).code).toBe(250)
    await office.arrived(['sleeper'])
  })
})

describe('100,000 waiting messages', () => {
  it('are there at a start without delaying it by a second', async () => {
    const data = join(await temporaryFolder(), 'data')
    const opened = await openDatabase(data)
    if (!opened.ok) throw new Error(opened.problem.reason)
    seedQueue(opened.value, 100_000)
    opened.value.close()
    office = await openPlainOffice()
    const emptyMs = await startMs()
    await office.close()
    office = await openPlainOffice({ data })
    const fullMs = await startMs()
    expect(fullMs - emptyMs).toBeLessThan(1_000)
    expect((await office.send('another')).code).toBe(250)
  })
})

/** How long a start takes until "ready". */
async function startMs(): Promise<number> {
  await office.relay().stop()
  const start = performance.now()
  await office.startAgain()
  return performance.now() - start
}
