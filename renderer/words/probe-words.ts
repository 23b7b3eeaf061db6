import type { StageReport } from '../../relay/domain/probe-report.ts'
import type { Tone } from '../parts/tone.ts'
import type { PortRow } from '../state/port-rows.ts'
import { evidenceWords } from './evidence-words.ts'
import type { Words } from './sentences.ts'

/** A port's result in a word or two. */
export function portWords(t: Words, row: PortRow): string {
  if (row.verdict !== null) return t(`probe.verdicts.${row.verdict}.word`)
  return t(row.state === 'running' ? 'probe.working' : 'probe.stopped')
}

export function portTone({ state, verdict }: PortRow): Tone {
  if (verdict === 'ok') return 'good'
  if (verdict === null) return state === 'running' ? 'busy' : 'attention'
  return 'trouble'
}

/** The same unit everywhere, so that ports can be compared at a glance. */
export function stageTime(ms: number): string {
  return `${Math.round(ms)} ms`
}

/** One step on one line, for whoever is sent the findings. */
export function stageLine(t: Words, { stage, verdict, ms, evidence }: StageReport): string {
  return `${t(`probe.stages.${stage}`)}: ${t(`probe.verdicts.${verdict}.word`)} (${stageTime(ms)}) ${evidenceWords(t, evidence)}`
}
