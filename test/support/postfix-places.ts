import { chmod, mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRoot, runAsRoot } from './as-root.ts'
import { type IssueOptions, makeAuthority } from './certificates.ts'
import { freePort } from './free-port.ts'
import {
  mainConfiguration,
  masterConfiguration,
  saslConfiguration,
  saslRealm,
} from './postfix-configuration.ts'

export type PostfixFolders = {
  readonly directory: string
  readonly port: number
  readonly caFile: string
}

const postfixAccount = 'postfix:postfix'
const queueFolders = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming']
const moreFolders = ['private', 'public', 'saved', 'trace', 'maildrop']

/** Everything an instance needs on disk: configuration, certificate, queue, mailbox. Nothing is started. */
export async function makePostfixFolders(certificate: IssueOptions): Promise<PostfixFolders> {
  const directory = await mkdtemp(join(tmpdir(), 'postfix-'))
  const port = await freePort()
  // Postfix's own account has to get in.
  await chmod(directory, 0o755)
  for (const name of ['etc', 'etc/sasl', 'data', 'mail', 'queue', 'queue/pid']) {
    await mkdir(join(directory, name))
  }
  const ofPostfix = [...queueFolders, ...moreFolders].map((name) => join(directory, 'queue', name))
  for (const folder of ofPostfix) {
    await mkdir(folder, { mode: 0o700 })
  }
  // virtual(8) does not write as root; whoever runs the tests reads what it wrote.
  const mailboxUid = isRoot ? 65_534 : (process.getuid?.() ?? 0)
  const mailboxGid = isRoot ? 65_534 : (process.getgid?.() ?? 0)
  await giveTo(`${mailboxUid}:${mailboxGid}`, [join(directory, 'mail')])

  const authority = await makeAuthority(join(directory, 'etc'))
  const pair = await authority.issue(certificate)
  const files: Readonly<Record<string, string>> = {
    'main.cf': mainConfiguration({ directory, ...pair, mailboxUid, mailboxGid }),
    'master.cf': masterConfiguration(port),
    'replies-to-recipients': '',
    'replies-to-senders': '',
    'hidden-keywords': '',
    'every-domain': '/./ here\n',
    'one-mailbox': '/./ all/\n',
    'sasl/smtpd.conf': saslConfiguration(directory),
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(directory, 'etc', name), text)
  }
  // Postfix waits for a main.cf written just now to grow old, against reading half a file.
  const earlier = new Date(Date.now() - 60_000)
  await utimes(join(directory, 'etc', 'main.cf'), earlier, earlier)
  await giveTo(postfixAccount, [join(directory, 'data'), ...ofPostfix])
  return { directory, port, caFile: authority.caFile }
}

/** Puts a name and its password into the instance's own SASL database; in force at once. */
export async function writeSaslPassword(
  directory: string,
  username: string,
  password: string,
): Promise<void> {
  const database = join(directory, 'etc', 'sasl', 'sasldb2')
  const args = ['-c', '-p', '-f', database, '-u', saslRealm, username]
  const made = await runAsRoot('saslpasswd2', args, { input: password })
  if (made.code !== 0) {
    throw new Error(`saslpasswd2: ${made.stderr}`)
  }
  await giveTo(postfixAccount, [database])
}

export async function removePostfixFolders(directory: string): Promise<void> {
  await runAsRoot('rm', ['-rf', directory])
}

async function giveTo(account: string, paths: readonly string[]): Promise<void> {
  const given = await runAsRoot('chown', [account, ...paths])
  if (given.code !== 0) {
    throw new Error(`chown ${account}: ${given.stderr}`)
  }
}
