import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done, failed } from '../../../relay/domain/result.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { type CourierWorkbench, openCourierWorkbench } from '../../support/courier-workbench.ts'
import { accept } from '../../support/queue-workbench.ts'
import type { Behaviour } from '../../support/staged-upstream.ts'
import { waitUntil } from '../../support/wait-until.ts'

let work: CourierWorkbench

beforeEach(async () => {
  work = await openCourierWorkbench(['PIPELINING', '8BITMIME', 'AUTH PLAIN'])
})
afterEach(() => work.close())

const behave = (behaviour: Behaviour): void => work.behave(behaviour)
const told: CourierWorkbench['told'] = (event) => work.told(event)
const stateOf = (id: string): string | undefined => work.queue.summary(id)?.state

describe('the courier and the password', () => {
  it('stops at refused credentials: mail waits, people are told once, one attempt is made', async () => {
    behave({ auth: '535 5.7.8 wrong' })
    const ids = await Promise.all([accept(work.queue), accept(work.queue), accept(work.queue)])
    const running = work.start()
    await waitUntil('held', () => told('deferred')[0])
    expect(told('alert')).toEqual([
      { event: 'alert', kind: 'credentials-refused', login: null, user: 'office', about: '535 5.7.8 wrong' },
    ])
    expect(running.pausedUsers()).toEqual(new Map([['office', 'credentials-refused']]))
    running.wake()
    await waitUntil('looked', () => stateOf(ids[0]) === 'waiting')
    expect(work.upstream.commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
    for (const id of ids) {
      expect(work.queue.summary(id)).toMatchObject({ state: 'waiting', holdReason: 'credentials-refused' })
    }

    behave({})
    running.resumeUser('office')
    await waitUntil('all delivered', () => told('delivered').length === 3)
    expect(running.pausedUsers().size).toBe(0)
  })

  it('tries again when a person asks for a retry, from another process too', async () => {
    behave({ auth: '535 5.7.8 wrong' })
    const id = await accept(work.queue)
    const running = work.start()
    await waitUntil('held', () => running.pausedUsers().size === 1 && stateOf(id) === 'waiting')
    behave({})
    expect(await work.queue.act('retry', [id])).toBe(1)
    running.wake()
    await waitUntil('delivered', () => told('delivered')[0])
  })

  it('waits for a keychain that is locked: nothing is lost, people are told once', async () => {
    let locked = true
    const id = await accept(work.queue)
    const running = work.start({
      settings: { passwordRetryMs: 60 },
      passwordOf: async () => (locked ? failed({ reason: 'keychain-locked' }) : done(new Secret('right'))),
    })
    await waitUntil('paused', () => running.pausedUsers().get('office') === 'password-unavailable')
    // The pause counts in memory first; the message is put back once that is on disk.
    await waitUntil('put back', () => work.queue.summary(id)?.holdReason === 'password-unavailable')
    expect(work.queue.summary(id)?.attempts).toBe(0)
    locked = false
    await waitUntil('delivered', () => told('delivered')[0])
    expect(told('alert')).toHaveLength(1)
    expect(running.pausedUsers().size).toBe(0)
  })

  it('keeps the password out of everything it says and stores', async () => {
    behave({ auth: '535 5.7.8 wrong' })
    await accept(work.queue)
    work.start({ passwordOf: async () => done(new Secret('correct-horse-battery')) })
    await waitUntil('refused', () => told('deferred')[0])
    const stored = work.database.statement('SELECT * FROM attempt').all()
    const everything = JSON.stringify([work.notices, stored, work.queue.list({ limit: 9 })])
    expect(everything).not.toContain('correct-horse-battery')
    expect(everything).not.toContain(Buffer.from('\0s1_2\0correct-horse-battery').toString('base64'))
  })
})
