import { afterAll, expect, it } from 'vitest'
import { axeFindings } from '../support/axe-findings.ts'
import { startKeyringSession } from '../support/keyring-session.ts'
import { openOwnApp } from '../support/own-app.ts'
import { wizardPage } from '../support/pages/wizard-page.ts'
import { startPostfix } from '../support/postfix.ts'

const keyring = await startKeyringSession()
const postfix = await startPostfix()
const launchedAt = performance.now()
const app = await openOwnApp({ keyring, env: { NODE_EXTRA_CA_CERTS: postfix.caFile } })
afterAll(async () => {
  await app.close()
  await postfix.stop()
  await keyring.stop()
})

/** What the person reads in the mail that SMTP+ brought. */
async function codeMailedTo(address: string): Promise<string> {
  const mail = await postfix.waitForMessage(({ recipient }) => recipient === address)
  return /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(mail.bytes)?.[0] ?? ''
}

it('the wizard leads to a first message delivered in a minute with 7 answers, a verification mail among them', async () => {
  const found: string[] = []
  let axeMs = 0
  const wizard = wizardPage(app.page(), {
    atQuestion: async (question) => {
      const before = performance.now()
      found.push(...(await axeFindings(app.page())).map((finding) => `${question}: ${finding}`))
      axeMs += performance.now() - before
    },
  })
  await wizard.chooseOwnUser()
  const { username, password, port } = postfix
  await wizard.enterCredentials({ username, password, server: 'localhost', port })
  await wizard.authorize('info@firm.example', 'unverified')
  await wizard.chooseProgram('Thunderbird')
  await wizard.verifyFirst('info@firm.example', () => codeMailedTo('info@firm.example'))
  await wizard.sendFirstMessage('info@firm.example', 'info@firm.example')
  await wizard.progress(/Sent\. SMTP\+ answered: 250 2\.0\.0 Ok: queued as/).waitFor()
  const seconds = (performance.now() - launchedAt - axeMs) / 1000
  // A person's server is filled in and its port is found; a Postfix on a port of its own has to be named.
  const answers = wizard.answers().filter((answer) => answer !== 'Server' && answer !== 'Port')
  process.stdout.write(
    `${answers.length} typed or chosen: ${answers.join('; ')}. ${seconds.toFixed(1)} s from launch.\n`,
  )
  expect(answers.length).toBeLessThanOrEqual(7)
  expect(seconds).toBeLessThan(60)
  expect(found).toEqual([])
  expect(app.running().pageErrors()).toEqual([])
})
