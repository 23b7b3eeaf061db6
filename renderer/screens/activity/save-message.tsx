import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePress } from '../../parts/use-press.ts'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { FileOutcome } from './file-outcome.tsx'

/** The message as a file that mail programs open; where is asked by the system's own dialog. */
export function SaveMessage({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [saved, setSaved] = useState<RequestOutput<'saveMessage'> | null>(null)
  const press = usePress(async () => {
    setSaved(null)
    const asked = await companion.ask('saveMessage', { id })
    if (asked.ok) setSaved(asked.value)
  })
  return (
    <>
      <div className="buttons">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={press.busy}
          onClick={press.start}
        >
          {t('activity.saveMessage')}
        </Button>
      </div>
      {saved?.outcome === 'answered' ? (
        <FileOutcome
          answer={saved.answer}
          sentence={t('activity.messageSaved', { path: saved.path })}
          path={saved.path}
        />
      ) : null}
    </>
  )
}
