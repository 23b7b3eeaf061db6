import { open } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { writeFileAtomically } from '../../relay/config/atomic-write.ts'
import type { Snapshot } from '../ipc/window-contract.ts'
import type { Desk, Office } from './office.ts'
import type { Desktop } from './preferences-desk.ts'
import { type ReportSources, supportReport } from './support-report.ts'

const logFiles = ['app.log', 'relay.log'] as const
const tailBytes = 40_000
const mostMessages = 20

/** Writes the report for support where the person wants it. */
export function supportDesk(
  office: Office,
  desktop: Pick<Desktop, 'askWhereToSave'>,
  snapshot: () => Snapshot,
): Desk<'saveSupportReport'> {
  return {
    async saveSupportReport({ withAddresses }) {
      const nowMs = office.nowMs()
      const day = new Date(nowMs).toISOString().slice(0, 10)
      const path = await desktop.askWhereToSave(`smtp-plus-support-${day}.txt`)
      if (path === null) return { outcome: 'cancelled' }
      const now = snapshot()
      try {
        const tails = await Promise.all(
          logFiles.map(
            async (name) => [name, await tailOf(join(now.app.dataDirectory, 'logs', name))] as const,
          ),
        )
        const report = supportReport({
          snapshot: now,
          attempts: await attemptsOf(office, now),
          logs: Object.fromEntries(tails),
          versions: {
            Electron: process.versions['electron'],
            Node: process.version,
            processor: process.arch,
          },
          home: homedir(),
          nowMs,
          withAddresses,
        })
        writeFileAtomically(path, report)
        return { outcome: 'written', path }
      } catch (fault) {
        return { outcome: 'not-written', path, message: fault instanceof Error ? fault.message : '' }
      }
    },
  }
}

/** Of the latest messages those with a story to tell. Without the relay the report does without them. */
async function attemptsOf(office: Office, { messages }: Snapshot): Promise<ReportSources['attempts']> {
  const troubled = messages.filter(({ state, attempts }) => state !== 'sent' || attempts > 1)
  const details = await Promise.all(
    troubled
      .slice(0, mostMessages)
      .map(({ id }) => office.relay.call('showMessage', { id }).catch(() => null)),
  )
  return details.filter((detail) => detail !== null)
}

/** The last lines of a file, whole ones; none when there is no such file. */
async function tailOf(path: string): Promise<readonly string[]> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const start = Math.max(0, size - tailBytes)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, start)
      const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n').filter(Boolean)
      return start === 0 ? lines : lines.slice(1)
    } finally {
      await file.close()
    }
  } catch {
    return []
  }
}
