import type { ReactNode } from 'react'
import './status-line.css'
import { type Tone, toneIcons } from './tone.ts'

/** An icon and the word for it: the icon never stands alone. */
export function StatusLine({ tone, text }: { readonly tone: Tone; readonly text: string }): ReactNode {
  const Icon = toneIcons[tone]
  return (
    <span className="status-line" data-tone={tone}>
      <Icon size={16} stroke={2} aria-hidden />
      <span>{text}</span>
    </span>
  )
}
