import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageSummary } from '../../../relay/domain/message-state.ts'
import { RowState } from '../../parts/row-state.tsx'
import { Section } from '../../parts/screen.tsx'
import { type ActivityRow, activityRows, stateOf } from '../../state/activity-rows.ts'
import { useSnapshot } from '../../state/companion-context.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { formatTime } from '../../words/format.ts'
import { replyMeaning } from '../../words/reply-words.ts'
import { refusalWords, type Words } from '../../words/sentences.ts'

/** The newest five lines of Activity. */
export function Recent(): ReactNode {
  const { t } = useTranslation()
  const messages = useSnapshot((snapshot) => snapshot.messages)
  const refusals = useSnapshot((snapshot) => snapshot.refusals)
  const rows = useMemo(() => activityRows(messages, refusals).slice(0, 5), [messages, refusals])
  return (
    <Section title={t('home.recent')}>
      {rows.length === 0 ? (
        <p className="dimmed">{t('home.nothingYet')}</p>
      ) : (
        <ul className="recent card" aria-live="polite">
          {rows.map((row) => (
            <li key={row.id}>
              <RecentRow row={row} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function RecentRow({ row }: { readonly row: ActivityRow }): ReactNode {
  const { t, i18n } = useTranslation()
  const { goTo } = useNavigation()
  const [from, what] =
    row.kind === 'message'
      ? [row.message.mailFrom, whyNot(t, row.message) ?? aboutWhat(row.message)]
      : [row.refusal.login ?? t('common.aProgram'), refusalWords(t, row.refusal, '').title]
  return (
    <UnstyledButton onClick={() => goTo({ screen: 'activity', open: row.id })}>
      <span className="dimmed">{formatTime(row.at, i18n.language)}</span>
      <RowState state={stateOf(row)} />
      <span className="cut">{from}</span>
      <span className="cut dimmed">{what}</span>
    </UnstyledButton>
  )
}

/** Why a message is still here, by the server's last answer; a press on the row shows the answer and what to do. */
function whyNot(t: Words, { state, reply }: MessageSummary): string | null {
  const isStuck = state === 'waiting' || state === 'failed' || state === 'uncertain'
  return isStuck && reply ? (replyMeaning(t, reply)?.cause ?? null) : null
}

function aboutWhat({ subject, recipients }: MessageSummary): string {
  return subject || recipients.join(', ')
}
