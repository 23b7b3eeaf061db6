import { type ReactNode, useEffect, useRef } from 'react'
import './screen.css'

/**
 * A screen's frame: its heading (focused when the screen opens, so that a screen reader says where one is, unless a
 * part of it already has the focus), a sentence about it, the primary button, and the content. `wide`: the whole width, for tables.
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
  const screen = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!screen.current?.contains(document.activeElement)) heading.current?.focus()
  }, [])
  return (
    <div ref={screen} className="screen" data-wide={wide || undefined}>
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

/** A part of a screen with a heading of its own. `inSight`: what somebody came for, so it is brought there and focused. */
export function Section({
  title,
  children,
  action,
  inSight = false,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
  readonly inSight?: boolean
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!inSight) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [inSight])
  return (
    <section className="section">
      <div className="section-head">
        <h2 ref={heading} tabIndex={inSight ? -1 : undefined}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
