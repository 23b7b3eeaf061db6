import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertSettingsView } from '../../../electron/ipc/window-alerts.ts'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import { alertFrequency } from '../../../relay/domain/alert-settings.ts'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/screen.tsx'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { fieldWords } from '../../words/sentences.ts'

type Row = AlertSettingsView['frequency'][number]
type Channel = 'desktop' | 'mail'
const channels = ['desktop', 'mail'] as const

/** How often each kind is told, on each way; a choice is saved as it is made. */
export function HowTold(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const frequency = useSnapshot(({ alertSettings }) => alertSettings.frequency)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const choose = async (kind: Row['kind'], channel: Channel, chosen: string): Promise<void> => {
    const asked = await companion.ask('setAlertFrequency', {
      kind,
      channel,
      frequency: alertFrequency.parse(chosen),
    })
    if (asked.ok) setProblems(asked.value.ok ? [] : asked.value.problems)
  }
  return (
    <Section title={t('alerts.views.told')}>
      <p className="dimmed">{t('alerts.told.body')}</p>
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
      <div className="card told">
        <table aria-label={t('alerts.told.table')}>
          <thead>
            <tr>
              <th scope="col">{t('alerts.told.kind')}</th>
              {channels.map((channel) => (
                <th key={channel} scope="col">
                  {t(`alerts.told.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frequency.map((row) => (
              <tr key={row.kind}>
                <th scope="row">{t(`alerts.kinds.${row.kind}`)}</th>
                {channels.map((channel) => (
                  <td key={channel}>
                    <NativeSelect
                      size="sm"
                      aria-label={t(`alerts.told.${channel}Of`, { kind: t(`alerts.kinds.${row.kind}`) })}
                      value={row[channel]}
                      onChange={(event) => void choose(row.kind, channel, event.currentTarget.value)}
                      data={alertFrequency.options.map((value) => ({
                        value,
                        label: t(`alerts.frequencies.${value}`),
                      }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
