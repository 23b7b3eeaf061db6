import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertView } from '../../../electron/ipc/window-alerts.ts'
import { Notice } from '../../parts/notice.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import type { Tone } from '../../parts/tone.ts'
import { useSnapshot } from '../../state/companion-context.tsx'
import { alertWords } from '../../words/alert-words.ts'
import { formatTime } from '../../words/format.ts'
import { AlertButtons } from './alert-buttons.tsx'

const tones: Record<AlertView['state'], Tone> = { new: 'trouble', seen: 'attention', settled: 'good' }

/** One cause, however often it came. Folded: what and how often. Unfolded: what happened, what became of it, the cure. */
export function AlertRow({
  alert,
  primary = false,
  onIgnored,
}: {
  readonly alert: AlertView
  /** the one that asks for attention: unfolded, with the screen's primary button */
  readonly primary?: boolean
  readonly onIgnored: (alert: AlertView) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(primary)
  const [said, setSaid] = useState<string | null>(null)
  const rules = useSnapshot(({ users }) => users.find(({ id }) => id === alert.user))
  const words = alertWords(t, alert, rules)
  const body = useId()
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <article className="alert-row card">
      <h2>
        <UnstyledButton
          className="alert-row-head"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={18} stroke={1.75} aria-hidden />
          <span className="alert-row-title">
            {words.title}
            <span className="dimmed alert-row-times">
              {t('alerts.times', { count: alert.count, time: formatTime(alert.lastAt, i18n.language) })}
            </span>
          </span>
          <StatusLine tone={tones[alert.state]} text={t(`alerts.states.${alert.state}`)} />
        </UnstyledButton>
      </h2>
      <div id={body} className="alert-row-body" hidden={!open}>
        <p className="can-select">
          {words.happened} {words.message}
        </p>
        <p>{words.cure}</p>
        {alert.note === null ? null : <p className="dimmed">{t(`alerts.notes.${alert.note}`)}</p>}
        {said === null ? null : (
          <Notice tone="good" announce>
            {said}
          </Notice>
        )}
        {open ? (
          <AlertButtons alert={alert} primary={primary} onSaid={setSaid} onIgnored={onIgnored} />
        ) : null}
      </div>
    </article>
  )
}
