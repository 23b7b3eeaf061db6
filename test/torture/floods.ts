import { readFileSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { openPlainOffice, type PlainOffice } from '../support/plain-office.ts'
import {
  announced,
  largeMessages,
  longBody,
  longHeader,
  longLine,
  manyConnections,
  manyRecipients,
  signInAttempts,
  slowSenders,
} from './flood-clients.ts'

/** What one flood came to. */
export type FloodReport = {
  readonly name: string
  /** what the relay said to it */
  readonly answer: string
  /** the most memory the relay's process held, in megabytes */
  readonly rssMegabytes: number
  /** the longest another connection waited for the answer to NOOP */
  readonly longestStallMs: number
  readonly seconds: number
}

export type FloodSizes = {
  readonly connections: number
  readonly slowSeconds: number
  readonly recipients: number
  readonly bodyMegabytes: number
  readonly largeMessages: number
  readonly signIns: number
}

export const fullSizes: FloodSizes = {
  connections: 500,
  slowSeconds: 30,
  recipients: 300_000,
  bodyMegabytes: 1024,
  largeMessages: 50,
  signIns: 10_000,
}

export const shortSizes: FloodSizes = {
  connections: 500,
  slowSeconds: 2,
  recipients: 20_000,
  bodyMegabytes: 100,
  largeMessages: 6,
  signIns: 500,
}

/** Floods the built relay with one thing after the other, and watches its memory and how soon it answers others. */
export async function runFloods(
  sizes: FloodSizes,
  onReport: (report: FloodReport) => void = () => undefined,
): Promise<readonly FloodReport[]> {
  const floods: readonly (readonly [string, (office: PlainOffice) => Promise<string>])[] = [
    [`${sizes.connections} connections at once`, (to) => manyConnections(to, sizes.connections)],
    [`40 slow senders for ${sizes.slowSeconds} s`, (to) => slowSenders(to, 40, sizes.slowSeconds)],
    [`${sizes.recipients} RCPT in a session`, (to) => manyRecipients(to, sizes.recipients)],
    ['1 GB announced', (to) => announced(to, 1024 ** 3)],
    [`a body of ${sizes.bodyMegabytes} MB`, (to) => longBody(to, sizes.bodyMegabytes)],
    ['a header of 24 MB', (to) => longHeader(to, 24)],
    ['a line of 24 MB', (to) => longLine(to, 24)],
    [`${sizes.signIns} wrong passwords`, (to) => signInAttempts(to, sizes.signIns)],
    [`${sizes.largeMessages} × 24 MB at once`, (to) => largeMessages(to, sizes.largeMessages, 24)],
  ]
  const reports: FloodReport[] = []
  for (const [name, flood] of floods) {
    const office = await openPlainOffice({ limits: { connections: 200, connectionsPerLogin: 100 } })
    // What comes in stays, so that nothing but the flood is measured.
    office.upstream.behave({ bare: true, mail: '451 4.3.0 later' })
    try {
      const report = await measure(office, name, flood)
      reports.push(report)
      onReport(report)
    } finally {
      await office.close()
    }
  }
  return reports
}

/** One line a flood, for `table`. */
export function floodRows(reports: readonly FloodReport[]): readonly (readonly string[])[] {
  const rows = reports.map(({ name, answer, rssMegabytes, longestStallMs, seconds }) => [
    name,
    answer,
    `${rssMegabytes} MB`,
    `${longestStallMs} ms`,
    `${seconds.toFixed(1)} s`,
  ])
  return [['flood', 'answer', 'most memory', 'longest wait of others', 'took'], ...rows]
}

async function measure(
  office: PlainOffice,
  name: string,
  flood: (office: PlainOffice) => Promise<string>,
): Promise<FloodReport> {
  const { pid, port } = office.relay()
  const probe = new Worker(new URL('./stall-probe.ts', import.meta.url), { workerData: { port } })
  const next = (): Promise<unknown> => new Promise((resolve) => probe.once('message', resolve))
  await next()
  // Resets the peak that Linux keeps (proc_pid_clear_refs(5)).
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const startMs = performance.now()
  const answer = await flood(office)
  const seconds = (performance.now() - startMs) / 1000
  const rssMegabytes = peakMegabytes(pid)
  const told = next()
  probe.postMessage('stop')
  const longestStallMs = z.number().parse(await told)
  await probe.terminate()
  return { name, answer, rssMegabytes, longestStallMs, seconds }
}

function peakMegabytes(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
