import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Listening,
  officeUser,
  programLogin,
  programPassword,
  startListening,
} from '../support/listening.ts'
import { writtenForPeople } from '../support/written-for-people.ts'

const mail = 'From: user@good.example\r\nTo: v@x.example\r\nSubject: s\r\n\r\nbody\r\n'

describe('the relay answers', () => {
  let door: Listening
  beforeEach(async () => {
    door = await startListening()
  })
  afterEach(() => door.close())

  const refused = (): unknown[] => door.notices.filter((notice) => notice.event === 'refused')

  it('530 5.7.0 to whoever has not signed in', async () => {
    const client = await door.greet()
    for (const command of ['MAIL FROM:<user@good.example>', 'RCPT TO:<v@x.example>']) {
      const reply = await client.send(command)
      expect(reply.line).toMatch(/^530 5\.7\.0 Sign in first/)
      writtenForPeople(reply)
    }
    expect((await client.send('DATA')).line).toMatch(/^503 5\.5\.1 /)
  })

  it('535 5.7.8 in the same words to a wrong name and to a wrong password', async () => {
    const client = await door.greet()
    const wrongPassword = await client.signIn('program', 'wrong')
    const wrongName = await client.signIn('nobody', programPassword)
    expect(wrongPassword.line).toMatch(/^535 5\.7\.8 /)
    expect(wrongName.line).toBe(wrongPassword.line)
    writtenForPeople(wrongName)
    expect(refused()).toMatchObject([
      { reason: 'sign-in-failed', login: 'program', user: 'office' },
      { reason: 'sign-in-failed', login: 'nobody', user: null },
    ])
  })

  it('525 5.7.13 to a paused sign-in, and to one of an inactive user', async () => {
    door.configure({ logins: [{ ...programLogin, status: 'inactive' }] })
    const client = await door.greet()
    expect((await client.signIn('program', 'wrong')).code).toBe(535)
    const paused = await client.signIn('program', programPassword)
    expect(paused.line).toMatch(/^525 5\.7\.13 This sign-in is paused/)
    door.configure({ users: [{ ...officeUser, status: 'inactive' }] })
    const inactive = await client.signIn('program', programPassword)
    expect(inactive.line).toMatch(/^525 5\.7\.13 The SMTP\+ user/)
    writtenForPeople(paused)
    writtenForPeople(inactive)
    expect(refused().slice(1)).toMatchObject([{ reason: 'login-inactive' }, { reason: 'user-inactive' }])
  })

  it('525 5.7.13 from the next message on when the user becomes inactive in the middle', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    door.configure({ users: [{ ...officeUser, status: 'inactive' }] })
    expect((await client.message(mail)).line).toMatch(/^525 5\.7\.13 /)
    expect((await client.send('MAIL FROM:<user@good.example>')).line).toMatch(/^525 5\.7\.13 /)
    expect(door.queue.kept).toHaveLength(0)
    expect(door.queue.open()).toBe(0)
  })
})
