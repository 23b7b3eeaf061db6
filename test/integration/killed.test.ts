import { afterAll, describe, expect, it } from 'vitest'
import { openOffice } from '../support/office.ts'
import { startPostfix } from '../support/postfix.ts'
import { startScriptedUpstream } from '../support/scripted-upstream.ts'

const postfix = await startPostfix()
afterAll(() => postfix.stop())

describe('kill -9', () => {
  it('between acknowledgement and delivery loses nothing: the message arrives after a restart', async () => {
    const office = await openOffice(postfix)
    await postfix.freeze()
    expect((await office.send({ recipients: ['kept@customer.example'] })).code).toBe(0)
    await office.relay().waitFor('queued')
    await office.relay().kill()
    await postfix.thaw()
    await office.startAgain()
    await postfix.waitForMessage((message) => message.recipient === 'kept@customer.example')
    await office.close()
  })

  it('in the middle of many messages loses none that was acknowledged', async () => {
    const office = await openOffice(postfix)
    const send = async (number: number): Promise<string | null> => {
      const recipient = `many-${number}@customer.example`
      const sent = await office.send({ recipients: [recipient] })
      return sent.transcript.includes('250 2.0.0 Accepted') ? recipient : null
    }
    const sending = Promise.all(Array.from({ length: 24 }, (_, number) => send(number)))
    await office.relay().waitFor('delivered')
    await office.relay().kill()
    const acknowledged = (await sending).filter((recipient) => recipient !== null)
    expect(acknowledged.length).toBeGreaterThan(0)
    await office.startAgain()
    for (const recipient of acknowledged) {
      await postfix.waitForMessage((message) => message.recipient === recipient)
    }
    await office.close()
  })
})

describe('a connection lost after the message was handed over', () => {
  it('is told as uncertain, and the message is not sent twice, not even after a restart', async () => {
    const server = await startScriptedUpstream({ afterMessage: 'hang-up' })
    const office = await openOffice(postfix, {
      user: {
        port: server.port,
        encryption: 'none',
        username: undefined,
        password: undefined,
        caFile: undefined,
      },
    })
    await office.send({ recipients: ['perhaps@customer.example'] })
    const uncertain = await office.relay().waitFor('uncertain')
    expect(uncertain.recipients).toEqual(['perhaps@customer.example'])
    await office.relay().stop()
    await office.startAgain()
    await office.send({ recipients: ['another@customer.example'] })
    await office.relay().waitFor('uncertain')
    await office.close()
    await server.stop()
    expect(server.commands().filter((line) => line.includes('perhaps@'))).toHaveLength(1)
  })
})
