import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'

type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'gone' | 'not-written'; readonly detail: string }

/** Whether a file was written. `sentence`: what to say when it was. */
export function FileOutcome({
  answer,
  sentence,
  path,
}: {
  readonly answer: Answer
  readonly sentence: string
  readonly path: string
}): ReactNode {
  const { t } = useTranslation()
  return (
    <Notice tone={answer.ok ? 'good' : 'trouble'} announce>
      {answer.ok ? sentence : t(`activity.file.${answer.reason}`, { path, detail: answer.detail })}
    </Notice>
  )
}
