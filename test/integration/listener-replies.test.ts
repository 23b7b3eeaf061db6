import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, startListening } from '../support/listening.ts'

const mail = 'From: user@good.example\r\nTo: v@x.example\r\nSubject: s\r\n\r\nbody\r\n'

describe('a program that sends one message', () => {
  let door: Listening
  beforeEach(async () => {
    door = await startListening()
  })
  afterEach(() => door.close())

  it('is greeted without delay and told what the relay can do', async () => {
    const began = performance.now()
    const client = await door.greet()
    expect(performance.now() - began).toBeLessThan(90)
    const { lines } = await client.send('EHLO program.test')
    const features = lines.slice(1).map((line) => line.slice(4))
    expect(features).toEqual([
      'PIPELINING',
      '8BITMIME',
      'SMTPUTF8',
      'ENHANCEDSTATUSCODES',
      'DSN',
      'SIZE 26214400',
      'AUTH PLAIN LOGIN',
      'STARTTLS',
    ])
    client.close()
  })

  it('gets 250 once the message is kept', async () => {
    const client = await door.signedIn()
    await client.envelope('user@good.example', ['v@x.example'])
    const reply = await client.message(mail)
    expect(reply.line).toBe('250 2.0.0 Accepted as m1: safe on disk, SMTP+ Companion sends it now.')
    expect(door.queue.kept).toHaveLength(1)
    client.close()
  })
})
