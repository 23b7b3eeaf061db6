import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { relayEvent } from '../../relay/domain/relay-event.ts'
import { officeUser, writeConfiguration } from '../support/configuration.ts'
import { spawnServe } from '../support/relay-process.ts'
import type { RunningProcess } from '../support/running-process.ts'
import { runProcess } from '../support/running-process.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { waitUntil } from '../support/wait-until.ts'
import { residentMegabytes } from './memory.ts'

export type Load = {
  readonly name: string
  /** of Postfix's smtp-source: how many senders, and whether they keep their connections */
  readonly options: readonly string[]
  readonly messages: number
}

export type Rates = { readonly acceptedPerSecond: number; readonly deliveredPerSecond: number }

export type BusyRelay = {
  run(load: Load): Promise<Rates>
  residentMegabytes(): Promise<number>
  stop(): Promise<void>
}

const messageBytes = 4096
const limitMs = 120_000

/** The built relay as a process of its own, on a real disk, before a server that takes everything (smtp-sink). */
export async function startBusyRelay(): Promise<BusyRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-relay-'))
  const sink = await startSmtpSink()
  // smtp-source can't sign in, so it is recognised by its address.
  const config = await writeConfiguration(folder, [officeUser({ port: sink.port, encryption: 'none' })], {
    logins: [{ name: 'source', user: 'office', status: 'active', auth: 'none', addresses: ['127.0.0.1/32'] }],
  })
  const relay = spawnServe({ config, data: join(folder, 'data') })
  const port = await waitUntil(
    () => `the relay: ${relay.stderr()}`,
    () => portOf(relay),
  )
  let delivered = 0
  return {
    run: async (load) => {
      const all = delivered + load.messages
      const startedAtMs = performance.now()
      const source = await runProcess('smtp-source', [
        ...load.options,
        `-m${load.messages}`,
        `-l${messageBytes}`,
        '-finfo@firm.example',
        '-tsomebody@elsewhere.example',
        `127.0.0.1:${port}`,
      ])
      if (source.code !== 0) throw new Error(`smtp-source: ${source.stderr}`)
      const acceptedAtMs = performance.now()
      await waitUntil(
        () => `${all} delivered messages, not ${countDelivered(relay)}`,
        () => countDelivered(relay) >= all,
        limitMs,
      )
      delivered = all
      const perSecond = (endMs: number): number => (load.messages / (endMs - startedAtMs)) * 1000
      return { acceptedPerSecond: perSecond(acceptedAtMs), deliveredPerSecond: perSecond(performance.now()) }
    },
    residentMegabytes: () => residentMegabytes(relay.pid),
    stop: async () => {
      await relay.stop(15_000)
      await sink.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function portOf(relay: RunningProcess): number | undefined {
  const [line, rest] = relay.stdout().split('\n', 2)
  if (line === undefined || rest === undefined) return undefined
  const event = relayEvent.parse(JSON.parse(line))
  return event.event === 'ready' ? event.listen[0]?.port : undefined
}

const countDelivered = (relay: RunningProcess): number =>
  relay.stdout().split('"event":"delivered"').length - 1
