import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OwnRelay, startOwnRelay } from '../support/own-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const sender = 'forms@firm.example'
let office: OwnRelay
beforeEach(async () => {
  office = await startOwnRelay({ dataDirectory: await temporaryFolder() })
  const smtpApi = { campaignName: 'Invoices', campaignCode: 'inv', header: false }
  await office.configure({ users: office.usersWith(sender).map((user) => Object.assign(user, { smtpApi })) })
})
afterEach(() => office.close())

const delivered = async (...more: string[]): Promise<string[]> => {
  const before = office.upstream.messages.length
  const lines = [`From: ${sender}`, 'To: desk@firm.example', 'Subject: Invoice', ...more, '', 'Hello', '']
  expect((await office.send(sender, lines.join('\r\n'))).code).toBe(250)
  const message = await waitUntil('the message upstream', () => office.upstream.messages[before])
  return message.bytes
    .toString('utf8')
    .split(/\r\n(?![ \t])/)
    .filter((line) => /^x-smtpapi:/i.test(line))
}

it('puts the user’s campaign into a message that has none', async () => {
  const [field, ...others] = await delivered()
  expect(others).toEqual([])
  expect(JSON.parse(field?.replace(/^X-SMTPAPI: /, '') ?? '')).toEqual({
    CampaignName: 'Invoices',
    CampaignCode: 'inv',
    Header: false,
  })
})

it('leaves a message’s own field as it is', async () => {
  const own = 'X-SMTPAPI: {"CampaignName":"Own"}'
  expect(await delivered(own)).toEqual([own])
})
