import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WatchDeed, WatchStep } from '../../../relay/domain/watch-step.ts'
import { type Tone, toneIcons } from '../../parts/tone.ts'
import type { Words } from '../../words/sentences.ts'
import '../../parts/live-lines.css'

const shownLines = 40

/** What one program did, line by line; `waiting`: with a last line that says that more is waited for. */
export function WatchLines({
  steps,
  label,
  waiting,
}: {
  readonly steps: readonly WatchStep[]
  readonly label: string
  readonly waiting: boolean
}): ReactNode {
  const { t } = useTranslation()
  return (
    <ol className="live-lines card" aria-live="polite" aria-label={label}>
      {steps.slice(-shownLines).map(({ number, deed }) => (
        <DeedLine key={number} deed={deed} />
      ))}
      {waiting ? (
        <li data-tone="busy">
          <Loader size={18} aria-hidden />
          <span>{t(steps.length === 0 ? 'setUp.watch.waiting' : 'setUp.watch.waitingForMore')}</span>
        </li>
      ) : null}
    </ol>
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
    case 'recognised':
      return t('setUp.watch.deeds.recognised', { login: deed.login })
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
