import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isProfileInUse } from '../../../electron/hand-over/profile-lock.ts'
import { withThunderbirdServer } from '../../../electron/hand-over/thunderbird-prefs.ts'
import { type RunningProcess, runProcess, startProcess } from '../running-process.ts'
import { waitUntil } from '../wait-until.ts'
import type { SetUp } from './places.ts'

/** Against what a first start asks or fetches, and what would ask before sending. */
const quiet = {
  'mail.warn_on_send_accel_key': false,
  'mail.provider.suppress_dialog_on_startup': true,
  'mail.spotlight.firstRunDone': true,
  'mail.shell.checkDefaultClient': false,
  'mailnews.start_page.enabled': false,
  'app.donation.eoy.version.viewed': 999,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'datareporting.healthreport.uploadEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'extensions.getAddons.cache.enabled': false,
  'mailnews.auto_config_url': '',
  'mail.inappnotifications.enabled': false,
}

export const thunderbirdPrefs = (prefs: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries({ ...quiet, ...prefs })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')

/** A profile as a person has it who reads mail here: one account, one identity, no server to send with yet. */
const readingProfile = (from: string): string =>
  thunderbirdPrefs({
    'mail.accountmanager.accounts': 'account1,account2',
    'mail.accountmanager.defaultaccount': 'account1',
    'mail.accountmanager.localfoldersserver': 'server2',
    'mail.account.account2.server': 'server2',
    'mail.server.server2.type': 'none',
    'mail.server.server2.hostname': 'Local Folders',
    'mail.server.server2.userName': 'nobody',
    'mail.server.server2.name': 'Local Folders',
    'mail.account.account1.server': 'server1',
    'mail.account.account1.identities': 'id1',
    'mail.server.server1.type': 'pop3',
    'mail.server.server1.hostname': 'mail.firm.example',
    'mail.server.server1.userName': 'info',
    'mail.server.server1.name': from,
    'mail.server.server1.login_at_startup': false,
    'mail.server.server1.check_new_mail': false,
    'mail.identity.id1.useremail': from,
    'mail.identity.id1.fullName': 'Front desk',
    'mail.identity.id1.valid': true,
    'mail.identity.id1.fcc': false,
  })

/** The exception that Thunderbird keeps once a person has accepted a certificate (the guide's last step but one). */
async function acceptedCertificate({ values }: SetUp): Promise<string> {
  const { server, port } = values
  const shown = await runProcess(
    'openssl',
    ['s_client', '-connect', `${server}:${port}`, '-starttls', 'smtp'],
    { input: 'QUIT\r\n' },
  )
  const print = await runProcess('openssl', ['x509', '-noout', '-fingerprint', '-sha256'], {
    input: shown.stdout,
  })
  const fingerprint = print.stdout.trim().split('=')[1] ?? ''
  return `${server}:${port}:\tOID.2.16.840.1.101.3.4.2.1\t${fingerprint}\t\n`
}

/** Writes the profile: a reading one, then our server into it, then the accepted certificate. */
export async function makeProfile(folder: string, setUp: SetUp): Promise<string> {
  const profile = join(folder, 'profile')
  await mkdir(profile)
  const made = withThunderbirdServer(readingProfile(setUp.values.from), setUp.values)
  if (!made.ok) throw new Error(made.problem.reason)
  await writeFile(join(profile, 'prefs.js'), made.value.prefs)
  await writeFile(join(profile, 'cert_override.txt'), await acceptedCertificate(setUp))
  return profile
}

/** Thunderbird on a virtual display, driven by keys as a person drives it. */
export async function sendWithThunderbird(
  display: string,
  folder: string,
  setUp: SetUp,
  subject: string,
): Promise<RunningProcess> {
  const profile = await makeProfile(folder, setUp)
  const env = { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', DISPLAY: display }
  const mail = `to='${setUp.values.from}',subject='${subject}',body='Good morning.',format=2`
  const program = startProcess('thunderbird', ['--no-remote', '--profile', profile, '-compose', mail], {
    env,
  })
  const xdotool = async (...words: string[]): Promise<string> =>
    (await runProcess('xdotool', words, { env })).stdout.trim()
  const windowNamed = (name: string): Promise<string> =>
    waitUntil(
      async () => `a window "${name}"; ${program.stderr()}`,
      async () => {
        const found = (await xdotool('search', '--onlyvisible', '--name', name)).split('\n')[0]
        return found === '' ? null : found
      },
      60_000,
    )
  const focus = async (window: string): Promise<void> => {
    await xdotool('windowraise', window, 'windowfocus', '--sync', window)
  }
  const compose = await windowNamed(`Write: ${subject}`)
  if (!(await isProfileInUse(profile, 'linux'))) throw new Error('a running Thunderbird was not noticed')
  await focus(compose)
  await xdotool('key', '--clearmodifiers', 'ctrl+Return')
  const question = await windowNamed('Password')
  await focus(question)
  await xdotool('type', '--delay', '10', setUp.password)
  await xdotool('key', 'Return')
  return program
}
