import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningProcess, runProcess, startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

/**
 * `absent`: a session bus on which nobody keeps secrets. `locked`: a keyring is there and its password was not given.
 * `denied`: a keyring is there and open, and the bus lets nobody talk to it.
 */
export type KeyringState = 'unlocked' | 'locked' | 'absent' | 'denied'

export type KeyringSession = {
  /** For the program under test: bus address, HOME and XDG folders; merge over what else it needs. */
  readonly env: Readonly<Record<string, string>>
  readonly home: string
  /** Puts the keyring into another state; what was stored stays. */
  change(state: KeyringState): Promise<void>
  /** From now on the keyring takes calls and never answers, until `change` or `stop`. */
  freeze(): void
  /** Every secret stored here, as `secret-tool` tells it; for tests that look where a password went. */
  search(attribute: string, value: string): Promise<string>
  stop(): Promise<void>
}

const keyringPassword = 'the keyring of a test'

/**
 * A D-Bus session of its own with a real gnome-keyring (packages dbus, gnome-keyring). The bus has no
 * service folders: nothing is started by activation, so that `absent` stays absent.
 */
export async function startKeyringSession(state: KeyringState = 'unlocked'): Promise<KeyringSession> {
  const home = await mkdtemp(join(tmpdir(), 'keyring-'))
  const env = await makeHome(home)
  const bus = await startBus(home, env)
  let keyring: RunningProcess | null = null

  const endKeyring = async (): Promise<void> => {
    // SIGTERM reaches a frozen process only after SIGCONT.
    keyring?.signal('SIGCONT')
    await keyring?.stop()
    keyring = null
  }
  const change = async (next: KeyringState): Promise<void> => {
    await endKeyring()
    await bus.admit(next === 'denied' ? 'nobody' : 'everybody')
    keyring = next === 'absent' ? null : await startKeyring(env, next === 'locked' ? 'locked' : 'unlocked')
  }
  const stop = async (): Promise<void> => {
    await endKeyring()
    await bus.stop()
    await rm(home, { recursive: true, force: true })
  }

  // A keyring can be locked only after it was made.
  await change('unlocked')
  if (state !== 'unlocked') {
    await change(state)
  }
  return {
    env,
    home,
    change,
    freeze: () => keyring?.signal('SIGSTOP'),
    search: async (attribute, value) => {
      const found = await runProcess('secret-tool', ['search', '--all', attribute, value], { env })
      return found.stdout + found.stderr
    },
    stop,
  }
}

async function makeHome(home: string): Promise<Record<string, string>> {
  const env = {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(home, 'bus')}`,
  }
  for (const directory of ['config', 'data', 'cache', 'run']) {
    await mkdir(join(home, directory), { mode: 0o700 })
  }
  return env
}

type Bus = {
  /** Says who may talk to the keyring from now on. */
  admit(who: 'everybody' | 'nobody'): Promise<void>
  stop(): Promise<unknown>
}

async function startBus(home: string, env: NodeJS.ProcessEnv): Promise<Bus> {
  const configuration = join(home, 'bus.conf')
  const write = (who: 'everybody' | 'nobody'): Promise<void> =>
    writeFile(configuration, busConfiguration(env['DBUS_SESSION_BUS_ADDRESS'] ?? '', who))
  await write('everybody')
  const bus = startProcess(
    'dbus-daemon',
    ['--nofork', '--nopidfile', '--print-address=1', `--config-file=${configuration}`],
    { env },
  )
  await waitUntil(
    () => `a session bus: ${bus.stderr()}`,
    () => bus.stdout().includes('unix:'),
  )
  let admitted = 'everybody'
  return {
    admit: async (who) => {
      if (who === admitted) return
      await write(who)
      const reload = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']
      const told = await runProcess('dbus-send', [...reload, 'org.freedesktop.DBus.ReloadConfig'], { env })
      if (told.code !== 0) throw new Error(`the bus took no other policy: ${told.stderr}`)
      admitted = who
    },
    stop: () => bus.stop(),
  }
}

function busConfiguration(address: string, admitted: 'everybody' | 'nobody'): string {
  return `<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
    ${admitted === 'nobody' ? '<deny send_destination="org.freedesktop.secrets"/>' : ''}
  </policy>
</busconfig>
`
}

async function startKeyring(env: NodeJS.ProcessEnv, state: 'unlocked' | 'locked'): Promise<RunningProcess> {
  const keyring =
    state === 'unlocked'
      ? startProcess('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
          env,
          input: keyringPassword,
        })
      : startProcess('gnome-keyring-daemon', ['--foreground', '--components=secrets'], { env })
  const hasOwner = [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ]
  await waitUntil(
    () => `a keyring: ${keyring.stderr()}`,
    async () => (await runProcess('dbus-send', hasOwner, { env })).stdout.includes('true'),
  )
  return keyring
}
