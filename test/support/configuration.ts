import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { RelayConfigurationInput } from '../../relay/config/configuration.ts'
import { runCli } from './relay-process.ts'

export type UserInput = RelayConfigurationInput['users'][number]

/** The SMTP+ user of most tests: may send as anybody at firm.example and as info@partner.example. */
export function officeUser(more: Partial<UserInput> = {}): UserInput {
  return {
    id: 'office',
    server: '127.0.0.1',
    port: 1025,
    encryption: 'starttls',
    authorizedDomains: 'firm.example',
    authorizedSenders: 'info@partner.example',
    ...more,
  }
}

/** The user that sends through a test's Postfix: with its certificate authority, name and password. */
export async function officeUserAt(
  upstream: {
    readonly port: number
    readonly caFile: string
    readonly username: string
    readonly password: string
  },
  directory: string,
  more: Partial<UserInput> = {},
): Promise<UserInput> {
  await writePassword(directory, upstream.password)
  return officeUser({
    port: upstream.port,
    caFile: upstream.caFile,
    username: upstream.username,
    password: { file: passwordFile },
    ...more,
  })
}

const passwordFile = 'office-password'

/** The file that `officeUserAt` names, in the folder of the configuration; nobody else can read it. */
export function writePassword(directory: string, password: string): Promise<void> {
  return writeFile(join(directory, passwordFile), `${password}\n`, { mode: 0o600 })
}

/** Writes relay.json: any free port of 127.0.0.1, no sign-ins, unless `more` says otherwise. Gives its path. */
export async function writeConfiguration(
  directory: string,
  users: readonly UserInput[],
  more: Partial<RelayConfigurationInput> = {},
): Promise<string> {
  const file = join(directory, 'relay.json')
  const configuration: RelayConfigurationInput = {
    version: 1,
    listen: [{ address: '127.0.0.1', port: 0 }],
    users: [...users],
    logins: [],
    ...more,
  }
  await writeFile(file, JSON.stringify(configuration, null, 2))
  return file
}

/** Makes a sign-in with the command line, as an administrator would, and gives the password it showed. */
export async function addLogin(config: string, name = 'accounting', user = 'office'): Promise<string> {
  const added = await runCli(['login', 'add', '--config', config, '--name', name, '--user', user, '--json'])
  if (added.code !== 0) {
    throw new Error(`login add: ${added.stdout}${added.stderr}`)
  }
  return loginAdded.parse(JSON.parse(added.stdout)).password
}

const loginAdded = z.strictObject({ name: z.string(), password: z.string() })
