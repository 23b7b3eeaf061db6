import { chmod, chown, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IssueOptions, makeAuthority } from './certificates.ts'
import { freePort } from './free-port.ts'
import { type DeliveredMessage, readMaildir } from './maildir.ts'
import {
  mainConfiguration,
  masterConfiguration,
  replyTable,
  saslConfiguration,
  saslRealm,
} from './postfix-configuration.ts'
import { type RunningProcess, runProcess, startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

export type Postfix = {
  readonly host: '127.0.0.1'
  readonly port: number
  readonly caFile: string
  readonly username: string
  readonly password: string
  /** What Postfix logged, from the first start on. */
  log(): Promise<string>
  messages(): Promise<readonly DeliveredMessage[]>
  /** Waits until a delivered message fits. */
  waitForMessage(fits: (message: DeliveredMessage) => boolean, limitMs?: number): Promise<DeliveredMessage>
  setPassword(password: string): Promise<void>
  /** Answers by pattern (regexp without slashes) of the recipient, e.g. `{'^nobody@': '550 5.1.1 No such mailbox'}`. */
  answerRecipients(replies: Readonly<Record<string, string>>): Promise<void>
  /** The same for MAIL FROM; Postfix gives it at RCPT, its usual way. */
  answerSenders(replies: Readonly<Record<string, string>>): Promise<void>
  /** Ends the processes, keeps port, queue and mailbox; `start` brings it back. */
  halt(): Promise<void>
  /** Still connectable, answers nothing, until `thaw`. */
  freeze(): void
  thaw(): void
  start(): Promise<void>
  /** Ends everything and removes the folder. */
  stop(): Promise<void>
}

const daemonDirectory = '/usr/lib/postfix/sbin'
const username = 's12345_6'

/**
 * A Postfix of its own: folder, queue, port of 127.0.0.1, certificate, passwords (packages postfix,
 * sasl2-bin, libsasl2-modules). Touches nothing of a Postfix that the machine may run. Needs root, as Postfix does.
 * `certificate` makes its server certificate other than good.
 */
export async function startPostfix(certificate: IssueOptions = {}): Promise<Postfix> {
  const directory = await mkdtemp(join(tmpdir(), 'postfix-'))
  const password = `pw-${crypto.randomUUID()}`
  const port = await freePort()
  const authority = await makePlaces(directory, port, certificate)
  const setPassword = async (next: string): Promise<void> => {
    const database = join(directory, 'etc', 'sasl', 'sasldb2')
    const made = await runProcess('saslpasswd2', ['-c', '-p', '-f', database, '-u', saslRealm, username], {
      input: next,
    })
    if (made.code !== 0) {
      throw new Error(`saslpasswd2: ${made.stderr}`)
    }
    await chown(database, ...(await postfixAccount()))
  }
  await setPassword(password)

  let master: RunningProcess | null = null
  const start = async (): Promise<void> => {
    master = await startMaster(directory, port)
  }
  const halt = async (): Promise<void> => {
    await master?.stop()
    master = null
  }
  // master(8) leads a process group of its own, with all its children in it.
  const signalAll = (signal: NodeJS.Signals): void => {
    if (master !== null) {
      process.kill(-master.pid, signal)
    }
  }
  const answer = (table: string) => async (replies: Readonly<Record<string, string>>) => {
    await writeFile(join(directory, 'etc', table), replyTable(replies))
    // Tables are read when a process starts: the quickest way that leaves no old process behind.
    await halt()
    await start()
  }
  const log = (): Promise<string> => readLog(directory)
  const messages = (): Promise<readonly DeliveredMessage[]> => readMaildir(join(directory, 'mail', 'all'))
  await start()
  return {
    host: '127.0.0.1',
    port,
    caFile: authority.caFile,
    username,
    password,
    log,
    messages,
    waitForMessage: (fits, limitMs) =>
      waitUntil(
        async () => `a message in Postfix's mailbox:\n${await log()}`,
        async () => (await messages()).find(fits),
        limitMs,
      ),
    setPassword,
    answerRecipients: answer('replies-to-recipients'),
    answerSenders: answer('replies-to-senders'),
    halt,
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    start,
    stop: async () => {
      await halt()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function makePlaces(
  directory: string,
  port: number,
  certificate: IssueOptions,
): Promise<{ readonly caFile: string }> {
  const [postfixUid, postfixGid] = await postfixAccount()
  const mailboxUid = 65_534
  await chmod(directory, 0o755)
  for (const name of ['etc', 'etc/sasl', 'data', 'mail', 'queue']) {
    await mkdir(join(directory, name))
  }
  const queue = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'private']
  for (const name of [...queue, 'saved', 'trace', 'public', 'maildrop', 'pid']) {
    await mkdir(join(directory, 'queue', name), { mode: name === 'pid' ? 0o755 : 0o700 })
    if (name !== 'pid') {
      await chown(join(directory, 'queue', name), postfixUid, postfixGid)
    }
  }
  await chown(join(directory, 'data'), postfixUid, postfixGid)
  await chown(join(directory, 'mail'), mailboxUid, mailboxUid)
  const authority = await makeAuthority(join(directory, 'etc'))
  const pair = await authority.issue(certificate)
  const etc: Readonly<Record<string, string>> = {
    'main.cf': mainConfiguration({ directory, port, ...pair, mailboxUid }),
    'master.cf': masterConfiguration(port),
    'replies-to-recipients': '',
    'replies-to-senders': '',
    'every-domain': '/./ here\n',
    'one-mailbox': '/./ all/\n',
  }
  for (const [name, text] of Object.entries(etc)) {
    await writeFile(join(directory, 'etc', name), text)
  }
  // Postfix waits for a main.cf written just now to grow old, against reading half a file.
  const earlier = new Date(Date.now() - 60_000)
  await utimes(join(directory, 'etc', 'main.cf'), earlier, earlier)
  await writeFile(join(directory, 'etc', 'sasl', 'smtpd.conf'), saslConfiguration(directory))
  return authority
}

/**
 * master(8) itself in the foreground, without the shell scripts around it (they take a second).
 * It makes a session of its own and ends its children when it ends.
 */
async function startMaster(directory: string, port: number): Promise<RunningProcess> {
  const master = startProcess(join(daemonDirectory, 'master'), ['-c', join(directory, 'etc')])
  await waitUntil(
    async () => `Postfix on port ${port}: ${await readLog(directory)}`,
    async () => {
      if (!master.isRunning()) {
        throw new Error(`Postfix ended: ${await readLog(directory)}`)
      }
      return greets(port)
    },
  )
  return master
}

function readLog(directory: string): Promise<string> {
  return readFile(join(directory, 'postfix.log'), 'utf8').catch(() => '')
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

async function postfixAccount(): Promise<[uid: number, gid: number]> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((option) => runProcess('id', [option, 'postfix'])))
  return [Number(uid?.stdout), Number(gid?.stdout)]
}
