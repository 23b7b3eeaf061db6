import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { postfixMain, postfixPasswords } from '../../../relay/domain/program-files/postfix.ts'
import { writeMail } from '../mail.ts'
import { readLog, signalMaster, startMaster } from '../postfix-master.ts'
import { makePostfixFolders, removePostfixFolders } from '../postfix-places.ts'
import { sendWithSwaks } from '../swaks.ts'
import type { SetUp } from './places.ts'

/** A mail server that hands everything on to where our file says. */
export type Smarthost = {
  send(subject: string): Promise<void>
  log(): Promise<string>
  stop(): Promise<void>
}

/** A second Postfix of its own, whose main.cf ends with our lines. */
export async function startPostfixSmarthost({ values, password }: SetUp): Promise<Smarthost> {
  const { directory, port } = await makePostfixFolders({})
  const etc = join(directory, 'etc')
  const passwordFile = join(etc, 'companion_password')
  const main = postfixMain(values, passwordFile)
  const passwords = postfixPasswords(values, password)
  if (!main.ok || !passwords.ok) throw new Error('no file for Postfix')
  await writeFile(passwordFile, passwords.value, { mode: 0o600 })
  const before = await readFile(join(etc, 'main.cf'), 'utf8')
  // Nothing is its own: all goes to the next server.
  const replaced = /^(mynetworks|virtual_mailbox_(domains|maps)|smtpd_(relay|recipient|sender)_restrictions) /
  const kept = before.split('\n').filter((line) => !replaced.test(line))
  // The server outside is called "localhost" here, which no DNS knows.
  const open =
    'mynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions = permit_mynetworks, reject\nsmtp_host_lookup = native\n'
  await writeFile(join(etc, 'main.cf'), `${kept.join('\n')}\n${open}${main.value}`)
  const master = await readFile(join(etc, 'master.cf'), 'utf8')
  await writeFile(join(etc, 'master.cf'), `${master}smtp unix - - n - - smtp\n`)
  const running = await startMaster(directory, port)
  const { from } = values
  return {
    async send(subject) {
      const message = writeMail({ from, to: from, subject })
      const sent = await sendWithSwaks({ port, tls: 'none', mailFrom: from, recipients: [from], message })
      if (sent.code !== 0) throw new Error(sent.transcript)
    },
    log: () => readLog(directory),
    async stop() {
      await signalMaster(directory, 'TERM')
      await running.ended
      await removePostfixFolders(directory)
    },
  }
}
