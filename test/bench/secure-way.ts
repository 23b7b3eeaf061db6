import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { makeAuthority } from '../support/certificates.ts'
import type { CountingSink, Door, Load, Way } from './peer.ts'
import { type SenderData, type SinkData, sinkReady } from './secure-thread.ts'

/** The share of a processor (0–1) that the threads at both ends used at most: near 1, they were measured and not the peer. */
export type Ends = { readonly sender: number; readonly sink: number }

/**
 * STARTTLS and AUTH on both sides. smtp-source and smtp-sink have neither, so sender and sink are our own, each a
 * thread of this process, the same for both peers.
 */
export function createSecureWay(): Way & { busiest(): Ends } {
  const sinks: Worker[] = []
  let busiest: Ends = { sender: 0, sink: 0 }

  const send = async (load: Load, door: Door): Promise<void> => {
    if (door.credentials === null) throw new Error('a secure load needs credentials')
    const { username, password, caFile } = door.credentials
    const data: SenderData = {
      ...load,
      port: door.port,
      username,
      password,
      ca: await readFile(caFile, 'utf8'),
    }
    const sinksBefore = await Promise.all(sinks.map(processorMs))
    const startedAtMs = performance.now()
    const sender = startThread('secure-sender.ts', data)
    const [senderMs]: unknown[] = await once(sender, 'message')
    const elapsedMs = performance.now() - startedAtMs
    const sinksAfter = await Promise.all(sinks.map(processorMs))
    const sinkMs = sinksAfter.map((after, index) => after - (sinksBefore[index] ?? 0))
    busiest = {
      sender: Math.max(busiest.sender, z.number().parse(senderMs) / elapsedMs),
      sink: Math.max(busiest.sink, Math.max(...sinkMs) / elapsedMs),
    }
    await sender.terminate()
  }

  const openSink = async (): Promise<CountingSink> => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-sink-'))
    const authority = await makeAuthority(folder)
    const pair = await authority.issue()
    const count = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    const credentials = {
      username: 's12345_6',
      password: `pw-${crypto.randomUUID()}`,
      caFile: authority.caFile,
    }
    const data: SinkData = {
      key: await readFile(pair.keyFile, 'utf8'),
      cert: await readFile(pair.certFile, 'utf8'),
      username: credentials.username,
      password: credentials.password,
      count,
    }
    const sink = startThread('secure-sink.ts', data)
    const [ready]: unknown[] = await once(sink, 'message')
    sinks.push(sink)
    return {
      port: sinkReady.parse(ready).port,
      credentials,
      taken: () => Promise.resolve(Atomics.load(new Int32Array(count), 0)),
      async stop() {
        await sink.terminate()
        await rm(folder, { recursive: true, force: true })
      },
    }
  }
  return { send, openSink, busiest: () => busiest }
}

/** Processor time of a thread so far, milliseconds. */
async function processorMs(thread: Worker): Promise<number> {
  const { user, system } = await thread.cpuUsage()
  return (user + system) / 1000
}

/** Errors of the thread reject whoever waits for its message. */
function startThread(name: string, workerData: SinkData | SenderData): Worker {
  return new Worker(new URL(name, import.meta.url), { workerData })
}
