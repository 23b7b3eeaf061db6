import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { relayConfiguration } from '../../../relay/config/configuration.ts'
import { done } from '../../../relay/domain/result.ts'
import { startRelay } from '../../../relay/relay.ts'
import { Secret } from '../../../relay/secrets/secret.ts'
import { createPasswordHash, generatePassword } from '../../../relay/secrets/sign-in.ts'
import { type GuideId, guideOf } from '../../../renderer/guides/all-guides.ts'
import type { GuideVariant } from '../../../renderer/guides/guide.ts'
import { type GuidePlace, type GuideValues, guideValues } from '../../../renderer/guides/guide-values.ts'
import { type Postfix, startPostfix } from '../postfix.ts'

/** What a program is set up with: a guide's values, complete, and the password that was shown once. */
export type SetUp = {
  readonly values: GuideValues & { readonly username: string; readonly certificateFile: string }
  readonly password: string
}

/** A real Postfix as the server outside, and a relay of ours in front of it. */
export type ProgramPlaces = {
  readonly postfix: Postfix
  setUpFor(guide: GuideId, variant: GuideVariant): SetUp
  close(): Promise<void>
}

const login = 'my program'
const from = 'info@firm.example'

export async function openProgramPlaces(): Promise<ProgramPlaces> {
  const postfix = await startPostfix()
  const folder = await mkdtemp(join(tmpdir(), 'programs-'))
  const password = generatePassword()
  const running = await startRelay({
    configuration: relayConfiguration.parse({
      version: 1,
      listen: [{ address: '127.0.0.1', port: 0 }],
      users: [
        {
          id: 'office',
          server: 'localhost',
          port: postfix.port,
          encryption: 'starttls',
          caFile: postfix.caFile,
          username: postfix.username,
          password: { keychain: true },
          authorizedDomains: 'firm.example',
        },
      ],
      logins: [{ name: login, user: 'office', passwordHash: createPasswordHash(password) }],
    }),
    revision: 1,
    practice: null,
    dataDirectory: join(folder, 'data'),
    passwordOf: async () => done(new Secret(postfix.password)),
    onEvent: () => undefined,
    onDelta: () => undefined,
  })
  if (!running.ok) throw new Error(`the relay did not start: ${running.problem.reason}`)
  const relay = running.value
  const place: GuidePlace = {
    relay: { address: '127.0.0.1', port: relay.listener.addresses()[0]?.port ?? 0 },
    network: null,
    certificateFile: join(folder, 'data', 'certificate', 'listener-certificate.pem'),
    smtpPlus: { server: 'localhost', port: postfix.port, encryption: 'starttls', username: postfix.username },
    login,
    from,
  }
  return {
    postfix,
    setUpFor(id, variant) {
      const found = guideValues(guideOf(id), variant, place)
      if (!found.ok) throw new Error(`no values for ${id}: ${found.problem}`)
      const { username, certificateFile } = found.value
      if (username === null) throw new Error(`no user name for ${id}`)
      return {
        // The test's own server has no public certificate: its authority is to be trusted instead.
        values: { ...found.value, username, certificateFile: certificateFile ?? postfix.caFile },
        password: variant === 'relay' ? password : postfix.password,
      }
    },
    async close() {
      await relay.stop('the test is over')
      await postfix.stop()
      await rm(folder, { recursive: true })
    },
  }
}
