import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceLine, type ProbeEvidence } from '../../../relay/domain/probe-evidence.ts'
import { CopyButton } from '../../parts/copy-value.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import type { PortRow } from '../../state/port-rows.ts'
import { evidenceWords } from '../../words/evidence-words.ts'
import { portTone, stageLine, stageTime } from '../../words/probe-words.ts'

/** One port, step by step: how long each took and what was seen, word for word. */
export function PortPanel({
  server,
  row,
  inUse,
  onUse,
  onClose,
}: {
  readonly server: string
  readonly row: PortRow
  readonly inUse: boolean
  readonly onUse: () => void
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { port, verdict, stages } = row
  const lines = [`${server}:${port}`, ...stages.map((stage) => stageLine(t, stage))].join('\n')
  return (
    <SidePanel title={t('probe.details', { port })} onClose={onClose}>
      {verdict === null ? null : (
        <div>
          <StatusLine tone={portTone(row)} text={t(`probe.verdicts.${verdict}.word`)} />
          <p>
            {t(`probe.verdicts.${verdict}.cause`)} {t(`probe.verdicts.${verdict}.cure`)}
          </p>
        </div>
      )}
      {verdict === 'ok' && !inUse ? (
        <div className="buttons">
          <Button onClick={onUse}>{t('probe.use', { port })}</Button>
        </div>
      ) : null}
      <ol className="check-stages">
        {stages.map((stage) => (
          <li key={`${stage.stage} ${evidenceLine(stage.evidence)}`}>
            <div className="check-stage-head">
              <StatusLine
                tone={stage.verdict === 'ok' ? 'good' : 'trouble'}
                text={t(`probe.stages.${stage.stage}`)}
              />
              <span className="dimmed">{stageTime(stage.ms)}</span>
            </div>
            <Seen evidence={stage.evidence} />
          </li>
        ))}
      </ol>
      <div className="buttons">
        <CopyButton text={lines} visible={t('probe.copyAll')} />
      </div>
    </SidePanel>
  )
}

function Seen({ evidence }: { readonly evidence: ProbeEvidence }): ReactNode {
  const { t } = useTranslation()
  const words = evidenceWords(t, evidence)
  return words === '' ? null : <p className="word-for-word">{words}</p>
}
