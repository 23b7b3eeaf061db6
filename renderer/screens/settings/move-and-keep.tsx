import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { judgedWords } from '../../words/judged-words.ts'
import { SettingsReading } from './settings-reading.tsx'

type Shown = RequestOutput<'exportSettings'> | RequestOutput<'readSettingsFile'> | 'failed'

/** The settings as a file, to keep or to take to another computer; and such a file brought in, shown first. */
export function MoveAndKeep(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [shown, setShown] = useState<Shown | null>(null)
  const save = usePress(async () => {
    const asked = await companion.ask('exportSettings', null)
    setShown(asked.ok ? asked.value : 'failed')
  })
  const read = usePress(async () => {
    const asked = await companion.ask('readSettingsFile', null)
    setShown(asked.ok ? asked.value : 'failed')
  })
  return (
    <>
      <p className="dimmed">{t('transfer.hint')}</p>
      <div className="buttons">
        <Button variant="default" size="sm" loading={save.busy} onClick={save.start}>
          {t('transfer.exportPress')}
        </Button>
        <Button variant="default" size="sm" loading={read.busy} onClick={read.start}>
          {t('transfer.importPress')}
        </Button>
      </div>
      {shown === null ? null : <Answer shown={shown} />}
    </>
  )
}

function Answer({ shown }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation()
  if (shown === 'failed') {
    return (
      <Notice tone="trouble" announce>
        {t('transfer.failed')}
      </Notice>
    )
  }
  switch (shown.outcome) {
    case 'cancelled':
      return null
    case 'written':
      return (
        <Notice tone="good" announce>
          {t('transfer.written', shown)}
        </Notice>
      )
    case 'not-written':
      return (
        <Notice tone="trouble" announce>
          {t('transfer.notWritten', shown)}
        </Notice>
      )
    case 'refused': {
      const { problem } = shown
      const path = problem.path === '' ? t('transfer.wholeFile') : problem.path
      return (
        <Notice tone="trouble" announce>
          <strong>{t('transfer.refusedTitle')}</strong>{' '}
          {t(`transfer.refused.${problem.reason}`, {
            ...problem,
            ...(problem.judged ? judgedWords(t, problem.judged) : {}),
            path,
          })}
          <p className="mono">{shown.path}</p>
        </Notice>
      )
    }
    case 'read':
      return <SettingsReading key={shown.reading} reading={shown} />
  }
}
