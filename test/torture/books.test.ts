import { expect, it } from 'vitest'
import { openDialogue } from '../support/smtp-dialogue.ts'
import { closeBooks, type Evidence } from '../support/torture-books.ts'
import { chanceFrom, messageId, tortureMessage } from '../support/torture-message.ts'
import { startTortureUpstream, type Taken } from '../support/torture-upstream.ts'

const seed = 1
const { id, bytes, recipients, sender } = tortureMessage(seed, messageId('c0', 0))
const [address = ''] = recipients
const upstreamAt = () => startTortureUpstream(seed, chanceFrom(seed), () => undefined)

const evidence = (taken: readonly Taken[], told: ReadonlyMap<string, number>): Evidence => ({
  seed,
  acknowledged: [id],
  taken,
  notices: [],
  told,
  rest: new Map(),
})
const takenIn = (life: number, answered = true): Taken => ({ address, whole: true, life, answered })

it('what a relay sent before it was killed is its own, also when it is read only as the next one lives', async () => {
  const upstream = await upstreamAt()
  const dialogue = await openDialogue(upstream.port)
  await dialogue.send('EHLO relay.test')
  await dialogue.envelope(sender, recipients)
  upstream.nextLife()
  const trace = Buffer.from(
    'Received: from program.test\r\n\tby relay.test; Mon, 02 Nov 2026 09:00:00 +0000\r\n',
  )
  await dialogue.message(Buffer.concat([trace, bytes]))
  dialogue.close()
  await upstream.stop()
  expect(upstream.taken).toEqual(
    recipients.map((to) => ({ address: to, whole: true, life: 0, answered: true })),
  )
})

it('a second delivery is excused by a kill or a cut line alone', () => {
  const booksOf = (...of: Parameters<typeof evidence>) => closeBooks(evidence(...of))
  expect(booksOf([takenIn(3), takenIn(4)], new Map()).twiceByKill).toBe(1)
  expect(booksOf([takenIn(3, false), takenIn(3)], new Map()).twiceByDrop).toBe(1)
  expect(booksOf([takenIn(3), takenIn(3)], new Map()).twiceForNothing).toHaveLength(1)
  // The relay had said that it is delivered, and then it was killed.
  expect(booksOf([takenIn(3), takenIn(4)], new Map([[address, 3]])).twiceForNothing).toEqual([
    `${address} (in life 3 and in life 4; said to be delivered in life 3)`,
  ])
})
