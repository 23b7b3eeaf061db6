import { Loader, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { probeStage } from '../../../relay/domain/probe-report.ts'
import { StatusLine } from '../../parts/status-line.tsx'
import type { PortRow } from '../../state/port-rows.ts'
import { portTone, portWords, stageTime } from '../../words/probe-words.ts'

/** All ports side by side; a press on one shows its steps. */
export function PortsTable({
  server,
  rows,
  inUse,
  open,
  onOpen,
}: {
  readonly server: string
  readonly rows: readonly PortRow[]
  /** the port of the user that is checked */
  readonly inUse: number
  readonly open: number | null
  readonly onOpen: (port: number) => void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="check-ports card">
      <table aria-label={t('probe.table', { server })}>
        <thead>
          <tr>
            {(['port', 'result', 'stages', 'time'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`probe.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.port} data-open={row.port === open || undefined}>
              <td>
                <UnstyledButton
                  className="check-port"
                  aria-label={t('probe.details', { port: row.port })}
                  onClick={() => onOpen(row.port)}
                >
                  {row.port}
                </UnstyledButton>
                {row.port === inUse ? <span className="dimmed">{t('probe.inUse')}</span> : null}
              </td>
              <td>
                {row.state === 'running' ? (
                  <span className="status-line">
                    <Loader size={16} aria-hidden /> {t('probe.working')}
                  </span>
                ) : (
                  <StatusLine tone={portTone(row)} text={portWords(t, row)} />
                )}
              </td>
              <td>
                <StageDots row={row} />
              </td>
              <td className="dimmed">{row.stages.length === 0 ? '' : stageTime(row.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** How far a port got, one dot a step; the words beside it say the same. */
function StageDots({ row }: { readonly row: PortRow }): ReactNode {
  return (
    <span className="check-dots" aria-hidden>
      {probeStage.options.map((stage) => {
        const found = row.stages.filter((one) => one.stage === stage)
        const tone = found.length === 0 ? undefined : found.every(isOk) ? 'good' : 'trouble'
        return <span key={stage} data-tone={tone} />
      })}
    </span>
  )
}

function isOk({ verdict }: PortRow['stages'][number]): boolean {
  return verdict === 'ok'
}
