import { type ReactNode, useEffect, useRef } from 'react'

/** A step's question, focused when it comes up so that it is read out, and what to answer with. */
export function StepFrame({
  title,
  body,
  children,
}: {
  readonly title: string
  readonly body: string
  readonly children: ReactNode
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <div className="wizard-question">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="dimmed">{body}</p>
      </div>
      {children}
    </>
  )
}
