import { type ReactNode, useEffect, useRef } from 'react'
import './notice.css'
import { type Tone, toneIcons } from './tone.ts'

/** A sentence that needs to be seen, with its cure beside it. `announce`: read out, and brought into sight, when it appears. */
export function Notice({
  tone,
  announce = false,
  action,
  children,
}: {
  readonly tone: Tone
  readonly announce?: boolean
  readonly action?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  const Icon = toneIcons[tone]
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (announce) notice.current?.scrollIntoView({ block: 'nearest' })
  }, [announce])
  return (
    <div ref={notice} className="notice" data-tone={tone} role={announce ? 'alert' : undefined}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <div className="notice-words can-select">{children}</div>
      {action ? <div className="notice-action">{action}</div> : null}
    </div>
  )
}
