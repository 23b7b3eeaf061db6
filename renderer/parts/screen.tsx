import { type ReactNode, useEffect, useRef } from 'react'
import './screen.css'

/**
 * A screen's frame: its heading (focused when the screen opens, so that a screen reader says where one is),
 * a sentence about it, the primary button, and the content. `wide`: the whole width, for tables.
 */
export function Screen({
  title,
  body,
  action,
  wide = false,
  children,
}: {
  readonly title: string
  readonly body?: string
  readonly action?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="screen" data-wide={wide || undefined}>
      <header className="screen-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {body ? <p className="dimmed">{body}</p> : null}
        </div>
        {action ? <div className="screen-action">{action}</div> : null}
      </header>
      {children}
    </div>
  )
}

/** A part of a screen with a heading of its own. */
export function Section({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}): ReactNode {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
