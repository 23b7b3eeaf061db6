import type { StageReport } from '../../relay/domain/probe-report.ts'
import type { Tone } from '../parts/tone.ts'
import type { PortRow } from '../state/port-rows.ts'
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

/** Milliseconds as people read them. */
export function stageTime(t: Words, ms: number): string {
  return ms >= 1000
    ? t('probe.seconds', { value: (ms / 1000).toFixed(1) })
    : t('probe.milliseconds', { value: Math.round(ms) })
}

/** One step on one line, for whoever is sent the findings. */
export function stageLine(t: Words, { stage, verdict, ms, evidence }: StageReport): string {
  return `${t(`probe.stages.${stage}`)}: ${t(`probe.verdicts.${verdict}.word`)} (${stageTime(t, ms)}) ${evidence}`
}
