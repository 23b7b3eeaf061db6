import { Loader } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../relay/domain/result.ts'
import type { LiveLine } from '../state/live-lines.ts'
import { formatTime } from '../words/format.ts'
import './live-lines.css'
import { RefusalCure } from './refusal-cure.tsx'
import { type Tone, toneIcons } from './tone.ts'
import { useRefusalWords } from './use-refusal-words.ts'

const tones: Record<LiveLine['kind'], Tone> = {
  down: 'trouble',
  listening: 'good',
  waitingForProgram: 'busy',
  signedIn: 'good',
  refused: 'trouble',
  accepted: 'good',
  sending: 'busy',
  sent: 'good',
  waiting: 'attention',
  held: 'attention',
  failed: 'trouble',
  uncertain: 'attention',
}

const running = new Set<LiveLine['kind']>(['waitingForProgram', 'sending'])

/** The steps of a message as they happen; each is read out when it comes. */
export function LiveLines({ lines }: { readonly lines: readonly LiveLine[] }): ReactNode {
  const { t } = useTranslation()
  return (
    <ol className="live-lines card" aria-live="polite" aria-label={t('firstMessage.progress')}>
      {lines.map((line, index) => (
        <li
          key={line.kind === 'refused' ? line.refusal.id : `${index} ${line.kind}`}
          data-tone={tones[line.kind]}
        >
          <LineIcon kind={line.kind} />
          <LineWords line={line} />
        </li>
      ))}
    </ol>
  )
}

function LineIcon({ kind }: { readonly kind: LiveLine['kind'] }): ReactNode {
  if (running.has(kind)) return <Loader size={18} aria-hidden />
  const Icon = toneIcons[tones[kind]]
  return <Icon size={20} stroke={1.75} aria-hidden />
}

function LineWords({ line }: { readonly line: LiveLine }): ReactNode {
  const { t, i18n } = useTranslation()
  if (line.kind === 'refused') return <RefusedLine refusal={line.refusal} />
  return <span className="can-select">{lineSentence(t, line, i18n.language)}</span>
}

type RefusedProps = Pick<Extract<LiveLine, { kind: 'refused' }>, 'refusal'>

function RefusedLine({ refusal }: RefusedProps): ReactNode {
  const words = useRefusalWords(refusal)
  return (
    <div className="live-lines-refused">
      <p>
        <strong>{words.title}</strong> {words.body}
      </p>
      <RefusalCure refusal={refusal} />
      <p className="word-for-word">{refusal.reply}</p>
    </div>
  )
}

function lineSentence(
  t: TFunction<'words'>,
  line: Exclude<LiveLine, { kind: 'refused' }>,
  language: string,
): string {
  switch (line.kind) {
    case 'down':
    case 'sending':
    case 'uncertain':
      return t(`firstMessage.lines.${line.kind}`)
    case 'listening':
    case 'accepted':
      return t(`firstMessage.lines.${line.kind}`, { address: line.address })
    case 'waitingForProgram':
    case 'signedIn':
      return t(`firstMessage.lines.${line.kind}`, { login: line.login })
    case 'sent':
      return t(line.practice ? 'firstMessage.lines.sentPractice' : 'firstMessage.lines.sent', {
        reply: line.reply,
      })
    case 'failed':
      return t('firstMessage.lines.failed', { reply: line.reply })
    case 'waiting':
      return line.nextAttemptAt === null
        ? t('firstMessage.lines.waitingSoon', { reply: line.reply })
        : t('firstMessage.lines.waiting', {
            reply: line.reply,
            time: formatTime(line.nextAttemptAt, language),
          })
    case 'held':
      return t('firstMessage.lines.held', { why: t(`reasons.hold.${line.reason}`) })
    default:
      return assertNever(line)
  }
}
