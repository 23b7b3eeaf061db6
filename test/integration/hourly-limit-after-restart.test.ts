import { afterEach, describe, expect, it } from 'vitest'
import { type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const sender = 'info@firm.example'
const mail = `From: ${sender}\r\nTo: x@else.example\r\nSubject: s\r\n\r\nbody\r\n`

let office: OwnRelay
afterEach(() => office.close())

describe('a sign-in with a limit of messages an hour', () => {
  const startAgain = async (dataDirectory: string, startMs: number): Promise<void> => {
    office = await startOwnRelay({ dataDirectory, startMs })
    const logins = office.relay
      .configuration()
      .logins.map((login) => Object.assign({}, login, { messagesPerHour: 2 }))
    await office.configure({ logins })
  }

  it('has no fresh hour after a restart, whatever became of its messages', async () => {
    const dataDirectory = await temporaryFolder()
    const startMs = new Date().setHours(11, 0, 0, 0)
    await startAgain(dataDirectory, startMs)
    expect((await office.send(sender, mail)).code).toBe(250)
    await waitUntil('it is sent', () => office.events.some(({ event }) => event === 'delivered'))
    office.behave({ rcpt: '451 4.3.0 later' })
    expect((await office.send(sender, mail)).code).toBe(250)
    await office.close()
    await startAgain(dataDirectory, startMs + 20 * 60_000)
    expect(await office.send(sender, mail)).toMatchObject({
      line: expect.stringMatching(
        /^450 4\.7\.0 This sign-in may send 2 messages an hour .* in 4[0-2] minutes\.$/,
      ),
    })
    await office.close()
    await startAgain(dataDirectory, startMs + 62 * 60_000)
    expect((await office.send(sender, mail)).code).toBe(250)
  })
})
