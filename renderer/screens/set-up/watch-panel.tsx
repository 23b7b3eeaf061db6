import { Loader } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judgeWatch } from '../../../relay/domain/watch-judgement.ts'
import type { WatchDeed } from '../../../relay/domain/watch-step.ts'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { type Tone, toneIcons } from '../../parts/tone.ts'
import { useSnapshot } from '../../state/companion-context.tsx'
import { useWatch } from '../../state/use-watch.ts'
import type { Words } from '../../words/sentences.ts'
import '../../parts/live-lines.css'
import { WatchNeeds } from './watch-needs.tsx'

const shownLines = 40

/** What a program does while it is being set up, step by step, and what it still needs. */
export function WatchPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const [since] = useState(() => new Date().toISOString())
  const { steps, state } = useWatch()
  const messages = useSnapshot((snapshot) => snapshot.messages)
  const judged = useMemo(
    () => judgeWatch(steps, (id) => messages.find((message) => message.id === id)?.subject ?? null),
    [steps, messages],
  )
  return (
    <SidePanel title={t('setUp.watch.title')} onClose={onClose}>
      <p>{t('setUp.watch.body')}</p>
      {state === 'open' ? null : <Notice tone="attention">{t(`setUp.watch.${state}`)}</Notice>}
      <ol className="live-lines card" aria-live="polite" aria-label={t('setUp.watch.lines')}>
        {steps.slice(-shownLines).map(({ number, deed }) => (
          <DeedLine key={number} deed={deed} />
        ))}
        {state === 'open' ? (
          <li data-tone="busy">
            <Loader size={18} aria-hidden />
            <span>{t('setUp.watch.waiting')}</span>
          </li>
        ) : null}
      </ol>
      {judged.program === null ? null : <p>{t(`setUp.watch.programs.${judged.program}`)}</p>}
      {judged.finding === null ? null : <WatchNeeds finding={judged.finding} since={since} />}
    </SidePanel>
  )
}

function DeedLine({ deed }: { readonly deed: WatchDeed }): ReactNode {
  const { t } = useTranslation()
  const tone = toneOf(deed)
  const Icon = toneIcons[tone]
  return (
    <li data-tone={tone}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <span className="can-select">{deedSentence(t, deed)}</span>
    </li>
  )
}

function toneOf({ kind }: WatchDeed): Tone {
  return kind === 'refused' || kind === 'turned-away' ? 'trouble' : 'good'
}

function deedSentence(t: Words, deed: WatchDeed): string {
  switch (deed.kind) {
    case 'connected':
      return t('setUp.watch.deeds.connected', { from: deed.from })
    case 'turned-away':
      return t('setUp.watch.deeds.turnedAway', { from: deed.from, reply: deed.reply })
    case 'greeted':
      return t(deed.encrypted ? 'setUp.watch.deeds.greetedEncrypted' : 'setUp.watch.deeds.greeted', {
        verb: deed.verb,
        name: deed.name,
      })
    case 'signed-in':
      return t('setUp.watch.deeds.signedIn', { login: deed.login })
    case 'sender':
      return t('setUp.watch.deeds.sender', { address: deed.address })
    case 'recipient':
      return t('setUp.watch.deeds.recipient', { address: deed.address })
    case 'refused':
      return t('setUp.watch.deeds.refused', { reply: deed.reply })
    case 'accepted':
      return t('setUp.watch.deeds.accepted')
    case 'left':
      return t('setUp.watch.deeds.left')
  }
}
