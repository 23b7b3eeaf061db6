import { evidenceLine, type ProbeEvidence } from '../../relay/domain/probe-evidence.ts'
import type { Words } from './sentences.ts'

/** What was seen at a step, in the person's language; what a server or a system said stays as it is. */
export function evidenceWords(t: Words, evidence: ProbeEvidence): string {
  const { kind, values } = evidence
  if (kind === 'verbatim') return evidenceLine(evidence)
  const { names, issuer, ...others } = values
  const nobody = t('probe.nobody')
  return t(`probe.evidence.${kind}`, { ...others, names: names || nobody, issuer: issuer || nobody })
}
