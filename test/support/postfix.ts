import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAsRoot } from './as-root.ts'
import type { IssueOptions } from './certificates.ts'
import { type DeliveredMessage, readMaildir } from './maildir.ts'
import { replyTable } from './postfix-configuration.ts'
import { masterPid, readLog, signalMaster, startMaster } from './postfix-master.ts'
import { makePostfixFolders, removePostfixFolders, writeSaslPassword } from './postfix-places.ts'
import type { RunningProcess } from './running-process.ts'
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
  /** Leaves a keyword such as `dsn` out of its answer to EHLO. */
  hideKeyword(keyword: string): Promise<void>
  /** Ends the processes, keeps port, queue and mailbox; `start` brings it back. */
  halt(): Promise<void>
  /** Still connectable, answers nothing, until `thaw`. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  start(): Promise<void>
  /** Ends everything and removes the folder. */
  stop(): Promise<void>
}

const username = 's12345_6'

/**
 * A Postfix of its own: folder, queue, port of 127.0.0.1, certificate, passwords (packages postfix,
 * sasl2-bin, libsasl2-modules). Touches nothing of a Postfix that the machine may run. As root, see as-root.ts.
 * `certificate` makes its server certificate other than good.
 */
export async function startPostfix(certificate: IssueOptions = {}): Promise<Postfix> {
  const password = `pw-${crypto.randomUUID()}`
  const { directory, port, caFile } = await makePostfixFolders(certificate)
  const setPassword = (next: string): Promise<void> => writeSaslPassword(directory, username, next)
  await setPassword(password)

  let master: RunningProcess | null = null
  const start = async (): Promise<void> => {
    master = await startMaster(directory, port)
  }
  const halt = async (): Promise<void> => {
    if (master?.isRunning()) {
      await signalMaster(directory, 'TERM')
      await master.ended
    }
    master = null
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
    caFile,
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
    hideKeyword: (keyword) => answer('hidden-keywords')({ '.': keyword }),
    halt,
    freeze: () => signalGroup(directory, 'STOP'),
    thaw: async () => {
      await signalGroup(directory, 'CONT')
      // sudo stops itself when its command is stopped, and is not woken with it.
      await runAsRoot('kill', ['-s', 'CONT', String(master?.pid)])
    },
    start,
    stop: async () => {
      await halt()
      await removePostfixFolders(directory)
    },
  }
}

/** master(8) leads a process group of its own, with all its children in it. */
async function signalGroup(directory: string, signal: string): Promise<void> {
  await runAsRoot('kill', ['-s', signal, '--', `-${await masterPid(directory)}`])
}
