import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react'

export type LaterPart<Props extends object> = {
  (props: Props): ReactNode
  /** Reads the part from disk, once; a reading that failed is tried again when it is wanted. */
  readonly read: () => Promise<unknown>
}

/**
 * A part of the page that is read from disk when it is first shown, or beforehand. Once read it is drawn at once; until
 * then there is nothing. (React's own `lazy` waits at first even for what was read already, and its Suspense then keeps
 * the gap open for 300 ms.) A part that can't be read throws where it is drawn.
 */
export function readLater<Props extends object>(
  readPart: () => Promise<{ readonly default: ComponentType<Props> }>,
): LaterPart<Props> {
  let part: ComponentType<Props> | null = null
  const read = async (): Promise<ComponentType<Props>> => {
    part = (await readPart()).default
    return part
  }
  function Later(props: Props): ReactNode {
    const [failure, setFailure] = useState<unknown>(null)
    const [, setRead] = useState(part !== null)
    useEffect(() => {
      if (part !== null) return
      void read().then(() => setRead(true), setFailure)
    }, [])
    if (failure !== null) throw failure
    return part === null ? null : createElement(part, props)
  }
  return Object.assign(Later, { read })
}
