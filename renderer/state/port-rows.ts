import type { CheckView } from '../../electron/ipc/window-probe.ts'
import type { PortReport, ProbeVerdict, StageReport } from '../../relay/domain/probe-report.ts'

/** One port of a connection check as it stands; `verdict` is null until the port is done, or when it was cancelled. */
export type PortRow = {
  readonly port: number
  readonly state: 'running' | 'done' | 'cancelled'
  readonly verdict: ProbeVerdict | null
  readonly stages: readonly StageReport[]
  /** milliseconds of all its stages together */
  readonly ms: number
}

/**
 * Ports in the order they were asked for. A finished report counts before what came in stage by stage: it has been
 * compared with the other ports.
 */
export function portRows(
  ports: readonly number[],
  running: readonly number[],
  reports: readonly PortReport[],
  progress: readonly CheckView['progress'][number][],
): readonly PortRow[] {
  return ports.map((port) => {
    const report = reports.find((one) => one.port === port)
    const stages = report?.stages ?? progress.filter((one) => one.port === port).map(({ stage }) => stage)
    const ms = stages.reduce((sum, stage) => sum + stage.ms, 0)
    if (report) return { port, state: 'done', verdict: report.verdict, stages, ms }
    const failed = stages.find(({ verdict }) => verdict !== 'ok')
    const verdict = failed?.verdict ?? (stages.at(-1)?.stage === 'quit' ? 'ok' : null)
    if (!running.includes(port)) return { port, state: 'cancelled', verdict: null, stages, ms }
    return { port, state: verdict === null ? 'running' : 'done', verdict, stages, ms }
  })
}
