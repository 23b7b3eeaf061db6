import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHeaderVectors } from '../support/header-vectors.ts'
import { type Listening, officeUser, startListening } from '../support/listening.ts'
import type { SmtpDialogue } from '../support/smtp-dialogue.ts'

const onlyUser = { ...officeUser, authorizedDomains: '', authorizedSenders: 'user@good.example' }

describe('through the running listener, a message of a sign-in that may send only as user@good.example', () => {
  let door: Listening
  let client: SmtpDialogue
  beforeAll(async () => {
    door = await startListening({ users: [onlyUser] })
    client = await door.signedIn()
  })
  afterAll(() => door.close())

  it.each([...readHeaderVectors(), ...readHeaderVectors('own-headers')])(
    '$id, $why: $expected',
    async ({ expected, bytes }) => {
      const keptBefore = door.queue.kept.length
      await client.envelope('user@good.example', ['v@x.example'])
      const reply = await client.message(bytes)
      if (expected === 'accept') {
        expect(reply.code).toBe(250)
        expect(door.queue.kept).toHaveLength(keptBefore + 1)
      } else {
        expect(reply.line).toMatch(/^5\d\d 5\.\d\.\d [\x20-\x7e]{20,190}$/)
        expect(door.queue.kept).toHaveLength(keptBefore)
      }
      expect(door.queue.open()).toBe(0)
      // A connection that has had a hundred refusals is ended: the vectors are one patient client's.
      if (reply.code !== 250) {
        client.close()
        client = await door.signedIn()
      }
    },
  )
})
