import type { ReactNode } from 'react'
import './one-sentence.css'
import { type Tone, toneIcons } from './tone.ts'

/** How things are, in one sentence with at most one button. Announced when it changes. */
export function OneSentence({
  tone,
  sentence,
  children,
}: {
  readonly tone: Tone
  readonly sentence: string
  readonly children?: ReactNode
}): ReactNode {
  const Icon = toneIcons[tone]
  return (
    <div className="one-sentence" data-tone={tone}>
      <span className="one-sentence-icon">
        <Icon size={28} stroke={1.75} aria-hidden />
      </span>
      <div className="one-sentence-words">
        <p aria-live="polite">{sentence}</p>
        {children}
      </div>
    </div>
  )
}
