import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../relay/queue/database.ts'
import { openQueue } from '../../relay/queue/queue.ts'
import { officeUser, writeConfiguration } from '../support/configuration.ts'
import { freePort } from '../support/free-port.ts'
import { accept } from '../support/queue-workbench.ts'
import { mailFrom, messageBytes, recipient } from './peer.ts'
import { plainWay } from './plain-way.ts'
import { kept } from './races.ts'
import { startServe } from './relay-peer.ts'
import { median, table } from './table.ts'

const queued = 100_000
const atOnce = 500

type Visit = { readonly readyMs: number; readonly acceptedPerSecond: number }

/**
 * A relay whose server can't be reached: how soon it is ready and how quickly it takes mail, with an empty queue and
 * with 100,000 messages in it, all of them due. Each in turn, in a process of its own.
 */
export async function benchFullQueue(pairs: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-queue-'))
  try {
    // Nobody listens there.
    const user = officeUser({ port: await freePort(), encryption: 'none' })
    const config = await writeConfiguration(folder, [user], {
      logins: [{ name: 'source', user: 'office', auth: 'none', addresses: ['127.0.0.1/32'] }],
    })
    const full = join(folder, 'full')
    await fill(full)
    const empty: Visit[] = []
    const filled: Visit[] = []
    const visits = [
      async (pair: number) => empty.push(await visit(folder, config, join(folder, `empty-${pair}`))),
      async () => filled.push(await visit(folder, config, full)),
    ]
    for (let pair = 0; pair < pairs; pair += 1) {
      for (const one of pair % 2 === 0 ? visits : visits.toReversed()) await one(pair)
    }
    const share = median(
      filled.map((one, pair) => one.acceptedPerSecond / (empty[pair]?.acceptedPerSecond ?? 1)),
    )
    return table([
      ['server unreachable', 'ready after ms', 'goal', 'accepted/s', 'of the empty one', 'goal'],
      rowOf('queue empty', empty, ['', '', '']),
      rowOf('100,000 messages queued', filled, ['1000', `${Math.round(share * 100)} %`, '80 %']),
    ])
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function rowOf(
  name: string,
  visits: readonly Visit[],
  [readyGoal, share, goal]: readonly [string, string, string],
): readonly string[] {
  const rounded = (value: (visit: Visit) => number): string =>
    Math.round(median(visits.map(value))).toString()
  const accepted = rounded(({ acceptedPerSecond }) => acceptedPerSecond)
  return [name, rounded(({ readyMs }) => readyMs), readyGoal, accepted, share, goal]
}

async function visit(folder: string, config: string, data: string): Promise<Visit> {
  const serve = await startServe({ folder, config, data })
  try {
    const startedAtMs = performance.now()
    await plainWay.send(kept, { port: serve.port, credentials: null })
    const seconds = (performance.now() - startedAtMs) / 1000
    return { readyMs: serve.readyMs, acceptedPerSecond: kept.messages / seconds }
  } finally {
    await serve.stop()
  }
}

/** Through the queue's own door, many to a commit. */
async function fill(data: string): Promise<void> {
  const opened = await openDatabase(data)
  if (!opened.ok) throw new Error(opened.problem.reason)
  const queue = openQueue({ database: opened.value, nowMs: Date.now })
  const bytes = Buffer.from(`From: <${mailFrom}>\r\n\r\n${'X'.repeat(messageBytes)}\r\n`)
  const envelope = { mailFrom, recipients: [recipient], headerBytes: bytes.indexOf('\r\n\r\n') + 4 }
  for (let done = 0; done < queued; done += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, () => accept(queue, envelope, bytes)))
  }
  await queue.close()
}
