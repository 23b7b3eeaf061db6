import { useCallback, useEffect, useRef, useState } from 'react'
import type { CheckTarget, ConnectionAnswer } from '../../electron/ipc/window-probe.ts'
import { type PortReport, usualProbePorts } from '../../relay/domain/probe-report.ts'
import { useCompanion, useSnapshot } from './companion-context.tsx'
import { type PortRow, portRows } from './port-rows.ts'

type Finished = Extract<ConnectionAnswer, { ok: true }>
type NotChecked = Extract<ConnectionAnswer, { ok: false }>

export type ConnectionCheck = {
  readonly running: boolean
  readonly rows: readonly PortRow[]
  /** of every port that is done */
  readonly reports: readonly PortReport[]
  /** the last finished check */
  readonly answer: Finished | null
  readonly problem: NotChecked['reason'] | null
  /** All usual ports, or some more beside what was found already. */
  readonly start: (target: CheckTarget, ports: readonly number[], only?: readonly number[]) => void
  readonly cancel: () => void
}

type Run = { readonly id: string; readonly ports: readonly number[] }

/** The connection doctor of a screen: one check at a time, ended when the screen goes away. */
export function useConnectionCheck(): ConnectionCheck {
  const companion = useCompanion()
  const [run, setRun] = useState<Run | null>(null)
  const [reports, setReports] = useState<readonly PortReport[]>([])
  const [ports, setPorts] = useState<readonly number[]>([])
  const [answer, setAnswer] = useState<Finished | null>(null)
  const [problem, setProblem] = useState<NotChecked['reason'] | null>(null)
  const progress = useSnapshot(({ checks }) => checks.find(({ check }) => check === run?.id)?.progress)
  const current = useRef<string | null>(null)

  const cancel = useCallback((): void => {
    if (current.current !== null) void companion.ask('cancelCheck', { check: current.current })
  }, [companion])
  useEffect(() => cancel, [cancel])

  const start = useCallback(
    async (target: CheckTarget, all: readonly number[], only?: readonly number[]): Promise<void> => {
      const wanted = only ?? all
      const id = crypto.randomUUID()
      current.current = id
      setRun({ id, ports: wanted })
      setProblem(null)
      setPorts(only === undefined ? all : (before) => [...new Set([...before, ...only])])
      setReports((before) => (only === undefined ? [] : before.filter(({ port }) => !only.includes(port))))
      const asked = await companion.ask('checkConnection', { check: id, target, ports: [...wanted] })
      if (current.current !== id) return
      current.current = null
      setRun(null)
      if (!asked.ok) return
      if (!asked.value.ok) {
        setProblem(asked.value.reason)
        return
      }
      const { report } = asked.value
      setAnswer(asked.value)
      setReports((before) => [...before, ...report.ports])
    },
    [companion],
  )

  return {
    running: run !== null,
    rows: portRows(ports, run?.ports ?? [], reports, progress ?? []),
    reports,
    answer,
    problem,
    start: useCallback((target, all, only) => void start(target, all, only), [start]),
    cancel,
  }
}

/** What is looked at for a user: its own port first, and the usual ones. */
export function portsFor(port: number): readonly number[] {
  return [...new Set([port, ...usualProbePorts])]
}
