import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandOverRefusal } from '../../../electron/ipc/window-handover.ts'
import { Notice } from '../../parts/notice.tsx'

export type Outcome =
  | { readonly outcome: 'written'; readonly files: readonly string[] }
  | { readonly outcome: 'not-answered' }
  | HandOverRefusal

/** What became of a file; `sentence`: when it was written. */
export function FileWritten({
  outcome,
  sentence,
}: {
  readonly outcome: Outcome | null
  readonly sentence: (files: readonly string[]) => string
}): ReactNode {
  const { t } = useTranslation()
  if (outcome === null) return null
  if (outcome.outcome === 'written')
    return (
      <Notice tone="good" announce>
        {sentence(outcome.files)}
      </Notice>
    )
  return (
    <Notice tone="trouble" announce>
      {outcome.outcome === 'not-answered'
        ? t('handOver.notAnswered')
        : t(`handOver.refused.${outcome.reason}`, {
            field: outcome.field ?? '',
            detail: outcome.detail ?? '',
          })}
    </Notice>
  )
}
