import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison, NotComparedReason } from '../../../electron/ipc/window-comparison.ts'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { ComparedFacts } from './compared-facts.tsx'
import { ComparedLists } from './compared-lists.tsx'

type Answer = { ok: true; comparison: Comparison } | { ok: false; reason: NotComparedReason }

/** One user beside what the service has about it. Nothing is asked before the button is pressed. */
export function ComparePanel({
  user,
  onClose,
}: {
  readonly user: UserView
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [turn, setTurn] = useState(0)
  const press = usePress(async () => {
    const asked = await companion.ask('compareWithService', { user: user.id })
    if (!asked.ok) return
    setAnswer(asked.value)
    setTurn((before) => before + 1)
  })
  return (
    <SidePanel title={t('users.comparison.title', { user: user.id })} onClose={onClose}>
      {answer?.ok ? (
        <p className="dimmed">{t('users.comparison.unconfirmed')}</p>
      ) : (
        <>
          <p>{t('users.comparison.body')}</p>
          <Notice tone="attention">{t('users.comparison.unconfirmed')}</Notice>
        </>
      )}
      <div className="buttons">
        <Button
          size={answer?.ok ? 'xs' : 'sm'}
          variant={answer?.ok ? 'default' : 'filled'}
          loading={press.busy}
          onClick={press.start}
        >
          {t(answer ? 'users.comparison.again' : 'users.comparison.start')}
        </Button>
        <Button
          size={answer?.ok ? 'xs' : 'sm'}
          variant="default"
          onClick={() => void companion.ask('openLink', { link: 'smtp-plus-settings' })}
        >
          {t('verification.mailUp.open')}
        </Button>
      </div>
      {answer?.ok === false ? (
        <Notice tone="attention" announce>
          <p>{t(`users.comparison.notCompared.${answer.reason}`)}</p>
          <p>{t('users.comparison.unchanged')}</p>
        </Notice>
      ) : null}
      {answer?.ok ? (
        <>
          <ComparedFacts user={user} comparison={answer.comparison} />
          <ComparedLists key={turn} user={user} lists={answer.comparison.lists} />
        </>
      ) : null}
    </SidePanel>
  )
}
