import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Listening,
  officeUser,
  programLogin,
  programPassword,
  startListening,
} from '../support/listening.ts'
import { openDialogue } from '../support/smtp-dialogue.ts'
import { waitUntil } from '../support/wait-until.ts'

const head = 'From: user@good.example\r\n\r\nfirst line\r\n'

let door: Listening
beforeEach(async () => {
  door = await startListening()
})
afterEach(() => door.close())

describe('closing', () => {
  it('finishes the message being received, tells the idle to come back, takes nobody new', async () => {
    const busy = await door.signedIn()
    const idle = await door.signedIn()
    await busy.envelope('user@good.example', ['v@x.example'])
    await busy.write(head)
    await waitUntil('the message began', () => door.queue.open() === 1)
    const closed = door.listener.close(5_000)
    expect((await idle.next()).line).toMatch(/^421 4\.3\.2 /)
    await expect(openDialogue(door.port)).rejects.toThrow()
    await busy.write('body\r\n.\r\n')
    expect((await busy.next()).line).toMatch(/^250 2\.0\.0 Accepted/)
    expect((await busy.next()).line).toMatch(/^421 4\.3\.2 /)
    await closed
    expect(door.queue.kept).toHaveLength(1)
  })

  it('cuts off a message that takes longer than the grace, and keeps nothing of it', async () => {
    const slow = await door.signedIn()
    await slow.envelope('user@good.example', ['v@x.example'])
    await slow.write(head)
    await waitUntil('the message began', () => door.queue.open() === 1)
    const began = performance.now()
    await door.listener.close(200)
    expect(performance.now() - began).toBeLessThan(1_500)
    await slow.ended
    await waitUntil('it was given up', () => door.queue.open() === 0)
    expect(door.queue.kept).toHaveLength(0)
  })

  it('is quick when nobody is there, and when everybody is idle', async () => {
    await door.signedIn()
    await door.greet()
    const began = performance.now()
    await door.listener.close(10_000)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('while connections go on', () => {
  it('new rules count from the next command', async () => {
    const client = await door.signedIn()
    expect((await client.send('MAIL FROM:<new@firm.example>')).code).toBe(550)
    door.configure({ users: [{ ...officeUser, authorizedDomains: 'firm.example' }] })
    expect((await client.send('MAIL FROM:<new@firm.example>')).code).toBe(250)
  })

  it('rules that change while a message streams in decide about it', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    await client.write(head)
    await waitUntil('its header was accepted', () => door.queue.open() === 1)
    door.configure({ users: [{ ...officeUser, authorizedDomains: 'firm.example' }] })
    await client.write('body\r\n.\r\n')
    expect((await client.next()).line).toMatch(/^550 5\.7\.1 /)
    expect(door.queue.kept).toHaveLength(0)
    expect(door.queue.open()).toBe(0)
  })

  it('a sign-in that was removed sends nothing more', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    door.configure({ logins: [] })
    expect((await client.message(`${head}body\r\n`)).line).toMatch(/^525 5\.7\.13 /)
    expect((await client.next()).line).toMatch(/^421 4\.7\.0 This sign-in was removed/)
    await client.ended
  })

  it('those of one sign-in can be ended, the others stay', async () => {
    door.configure({ logins: [programLogin, { ...programLogin, name: 'other' }] })
    const mine = await door.signedIn()
    const other = await door.greet()
    await other.signIn('other', programPassword)
    door.listener.endSessionsOf('program')
    expect((await mine.next()).line).toMatch(/^421 4\.3\.2 /)
    expect((await other.send('NOOP')).code).toBe(250)
  })

  it('the port can change under them', async () => {
    const client = await door.signedIn()
    const moved = await door.listener.relisten([{ address: '127.0.0.2', port: 0 }])
    if (!moved.ok) throw new Error(moved.problem.reason)
    await expect(openDialogue(door.port)).rejects.toThrow()
    const there = await openDialogue(moved.value[0]?.port ?? 0, '127.0.0.2')
    expect(there.greeting.code).toBe(220)
    expect((await client.send('NOOP')).code).toBe(250)
  })

  it('a place is free again when its connection has ended', async () => {
    door.configure({ limits: { connections: 1, connectionsPerLogin: 1 } })
    for (let turn = 0; turn < 5; turn += 1) {
      const client = await waitUntil('a place is free', () => door.signedIn().catch(() => null))
      client.close()
    }
  })

  it('when a sign-in was last used is known', async () => {
    const before = Date.now()
    await door.signedIn()
    expect(door.seen.get('program')).toBeGreaterThanOrEqual(before)
    expect(door.seen.has('nobody')).toBe(false)
  })
})
