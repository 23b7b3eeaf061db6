import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListProblem } from '../../relay/domain/sender-list.ts'
import { correctedEntry } from '../../relay/domain/sender-list-correction.ts'
import { Notice } from './notice.tsx'

/** Problems shown at once; the rest are counted. */
const shown = 4

/** What is wrong with the lists, each with its one-press correction. */
export function ListProblems({
  problems,
  onCorrect,
}: {
  readonly problems: readonly ListProblem[]
  readonly onCorrect: (problem: ListProblem) => void
}): ReactNode {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <div className="list-problems">
      {problems.slice(0, shown).map((problem) => (
        <Notice
          key={`${problem.list} ${problem.reason} ${problem.entry}`}
          tone="attention"
          announce
          action={
            <Button size="compact-sm" variant="default" onClick={() => onCorrect(problem)}>
              <CorrectionLabel problem={problem} />
            </Button>
          }
        >
          {t(`reasons.list.${problem.reason}`, { entry: problem.entry })}
        </Notice>
      ))}
      {problems.length > shown ? (
        <p className="dimmed">{t('senders.moreProblems', { count: problems.length - shown })}</p>
      ) : null}
    </div>
  )
}

function CorrectionLabel({ problem }: { readonly problem: ListProblem }): ReactNode {
  const { t } = useTranslation()
  const replacement = correctedEntry(problem).replaceAll(';', '; ')
  if (replacement === '') return t('senders.takeOut')
  return t('senders.fix', { replacement })
}
