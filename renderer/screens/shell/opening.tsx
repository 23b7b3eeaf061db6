import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OneSentence } from '../../parts/one-sentence.tsx'
import { useCompanion, useCompanionState } from '../../state/companion-context.tsx'

/** Before the first snapshot: a word that it opens, or that it could not, with the way to try again. */
export function Opening(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const unreachable = useCompanionState((state) => state.unreachable)
  return (
    <main className="opening">
      {unreachable ? (
        <OneSentence
          tone="trouble"
          sentence={`${t('shell.unreachable.title')} ${t('shell.unreachable.body')}`}
        >
          <Button onClick={() => void companion.start()}>{t('common.tryAgain')}</Button>
        </OneSentence>
      ) : (
        <p className="dimmed">{t('shell.opening')}</p>
      )}
    </main>
  )
}
