import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RelayConfigurationInput, relayConfiguration } from '../../relay/config/configuration.ts'
import { addLogin, officeUserAt, type UserInput, writeConfiguration, writePassword } from './configuration.ts'
import { writeMail } from './mail.ts'
import { type RelayProcess, startRelay } from './relay-process.ts'
import { type SwaksAnswer, type SwaksMessage, sendWithSwaks } from './swaks.ts'

type Upstream = {
  readonly port: number
  readonly caFile: string
  readonly username: string
  readonly password: string
}

/** A firm as the relay sees it: its configuration, its data, one sign-in "accounting" of the SMTP+ user "office". */
export type Office = {
  readonly folder: string
  readonly config: string
  readonly data: string
  readonly login: { readonly name: string; readonly password: string }
  /** the running relay; another one after `restart` */
  relay(): RelayProcess
  /** One message by swaks with STARTTLS and AUTH; by default one that may go out. */
  send(mail?: Partial<SwaksMessage>): Promise<SwaksAnswer>
  /** Rewrites the configuration file with this user in it (the sign-in stays) and changes nothing else. */
  writeUser(more: Partial<UserInput>): Promise<void>
  replacePassword(password: string): Promise<void>
  /** Starts the relay again on the same data, after it was stopped or killed. */
  startAgain(): Promise<RelayProcess>
  /** Stops the relay and removes the folder. */
  close(): Promise<void>
}

export type OfficeOptions = {
  readonly user?: Partial<UserInput>
  readonly more?: Partial<RelayConfigurationInput>
  /** where the data lies; default a folder that the relay has to make */
  readonly data?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Opens an office whose SMTP+ is `upstream` (a test's Postfix), with its relay ready. */
export async function openOffice(upstream: Upstream, options: OfficeOptions = {}): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  const data = options.data ?? join(folder, 'data')
  const configWith = async (more: Partial<UserInput>, logins: RelayConfigurationInput['logins'] = []) =>
    writeConfiguration(folder, [await officeUserAt(upstream, folder, { ...options.user, ...more })], {
      logins,
      ...options.more,
    })
  const config = await configWith({})
  const login = { name: 'accounting', password: await addLogin(config) }
  const logins = await readLogins(config)
  const env = options.env ?? {}
  let relay = await startRelay({ config, data, env })
  return {
    folder,
    config,
    data,
    login,
    relay: () => relay,
    send: (mail = {}) =>
      sendWithSwaks({
        port: relay.port,
        username: login.name,
        password: login.password,
        mailFrom: 'info@firm.example',
        recipients: ['ann@customer.example'],
        message: writeMail(),
        ...mail,
      }),
    writeUser: async (more) => {
      await configWith(more, logins)
    },
    replacePassword: (password) => writePassword(folder, password),
    startAgain: async () => {
      relay = await startRelay({ config, data, env })
      return relay
    },
    close: async () => {
      await relay.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function readLogins(config: string): Promise<RelayConfigurationInput['logins']> {
  return relayConfiguration.parse(JSON.parse(await readFile(config, 'utf8'))).logins
}
