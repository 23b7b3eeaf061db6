import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accepts } from '../support/accepts.ts'
import { freePort } from '../support/free-port.ts'
import { runProcess } from '../support/running-process.ts'
import { waitUntil } from '../support/wait-until.ts'
import {
  type CountingSink,
  type Door,
  type Load,
  mailFrom,
  messageBytes,
  recipient,
  startLogged,
  type Way,
} from './peer.ts'

/** Neither TLS nor AUTH on either side, with Postfix's own tools: they use next to no processor time. */
export const plainWay: Way = { openSink: startPlainSink, send: sendPlainly }

/** Postfix's smtp-source: sends a load without TLS or AUTH, one command after the other. */
async function sendPlainly(load: Load, { port }: Door): Promise<void> {
  const source = await runProcess('smtp-source', [
    ...(load.keepsConnections ? ['-d'] : []),
    `-s${load.senders}`,
    `-m${load.messages}`,
    `-l${messageBytes}`,
    `-f${mailFrom}`,
    `-t${recipient}`,
    `127.0.0.1:${port}`,
  ])
  if (source.code !== 0) throw new Error(`smtp-source: ${source.stderr}`)
}

const counterBytes = 100

/** Postfix's smtp-sink. It writes its count to a file at every message, of which only the end is read. */
async function startPlainSink(): Promise<CountingSink> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sink-'))
  const port = await freePort()
  const counts = join(folder, 'counts')
  // As root it wants to know whom to become.
  const account = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const sink = startLogged(counts, 'smtp-sink', [...account, '-c', `127.0.0.1:${port}`, '1024'])
  await waitUntil(
    () => `smtp-sink: ${sink.stderr()}`,
    () => accepts(port),
  )
  return {
    port,
    credentials: null,
    taken: () => lastCount(counts),
    async stop() {
      await sink.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function lastCount(file: string): Promise<number> {
  const counts = await open(file)
  try {
    const { size } = await counts.stat()
    const { buffer, bytesRead } = await counts.read({
      buffer: Buffer.alloc(counterBytes),
      position: Math.max(0, size - counterBytes),
    })
    const written = buffer.toString('latin1', 0, bytesRead)
    return Number(/.*mesg=\s*(\d+)/s.exec(written)?.[1] ?? 0)
  } finally {
    await counts.close()
  }
}
