import { chmod, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eximPieces } from '../../../relay/domain/program-files/exim.ts'
import { runAsRoot } from '../as-root.ts'
import { writeMail } from '../mail.ts'
import { runProcess } from '../running-process.ts'
import type { Attempt } from './drivers.ts'
import type { SetUp } from './places.ts'

/**
 * Exim without installing it: its package excludes Postfix's. Downloads the package (apt-get download) and unpacks it into
 * `folder`; gives the program's path.
 */
export async function unpackExim(folder: string): Promise<string> {
  const fetched = await runProcess('apt-get', ['download', '-q', 'exim4-daemon-light'], { cwd: folder })
  const name = (await readdir(folder)).find((file) => file.endsWith('.deb'))
  if (name === undefined) throw new Error(`no package: ${fetched.stderr}`)
  const root = join(folder, 'root')
  await runProcess('dpkg', ['-x', join(folder, name), root])
  const exim = join(root, 'usr', 'sbin', 'exim4')
  // Not setuid: it needs no root for this, and lies where others can run it, as its own account has to.
  await chmod(exim, 0o755)
  await chmod(folder, 0o755)
  return exim
}

/**
 * One message handed to Exim as sendmail takes it, delivered at once with our pieces in its configuration. Debian's build wants an
 * account that only its installation makes, so it runs with an account list of its own (unshare, mount --bind).
 */
export async function sendWithExim(
  exim: string,
  { values, password }: SetUp,
  folder: string,
  subject: string,
): Promise<Attempt & { readonly log: string }> {
  const passwordFile = join(folder, 'companion-password')
  const certificateFile = join(folder, 'certificate.pem')
  const pieces = eximPieces({ ...values, certificateFile }, passwordFile)
  if (!pieces.ok) throw new Error(pieces.problem.reason)
  const { router, transport, authenticator } = pieces.value
  const configuration = [
    'primary_hostname = program.test',
    `exim_path = ${exim}`,
    `spool_directory = ${folder}/spool`,
    `log_file_path = ${folder}/log-%s`,
    'domainlist local_domains = program.test',
    'keep_environment =',
    `begin routers\n${router}`,
    `begin transports\n${transport}`,
    `begin authenticators\n${authenticator}`,
  ]
  await mkdir(join(folder, 'spool'))
  await copyFile(values.certificateFile, certificateFile)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  await writeFile(join(folder, 'exim.conf'), configuration.join('\n'), { mode: 0o644 })
  const script = `set -e
cp /etc/passwd ${folder}/accounts
echo 'Debian-exim:x:65534:65534::/:/bin/false' >> ${folder}/accounts
chown -R 65534:65534 ${folder}
chown root ${folder}/exim.conf
mount --bind ${folder}/accounts /etc/passwd
cp /etc/group ${folder}/groups
echo 'Debian-exim:x:65534:' >> ${folder}/groups
mount --bind ${folder}/groups /etc/group
exec ${exim} -C ${folder}/exim.conf -odi -oi -f ${values.from} ${values.from}`
  const message = writeMail({ from: values.from, to: values.from, subject }).replaceAll('\r\n', '\n')
  const ended = await runAsRoot('unshare', ['-m', 'sh', '-c', script], { input: message })
  const log = await runAsRoot('sh', ['-c', `cat ${folder}/log-*`])
  return { code: ended.code, said: ended.stdout + ended.stderr, log: log.stdout }
}
