import { useEffect, useState } from 'react'
import type { WatchStep } from '../../relay/domain/watch-step.ts'
import { useCompanion } from './companion-context.tsx'

const everyMs = 700

export type Watched = {
  readonly steps: readonly WatchStep[]
  /** `silent`: the relay did not answer */
  readonly state: 'open' | 'over' | 'silent'
}

/** Watches what programs do at the relay, from now until the caller goes away; the relay ends it by itself too. */
export function useWatch(): Watched {
  const companion = useCompanion()
  const [watched, setWatched] = useState<Watched>({ steps: [], state: 'open' })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let gone = false
    let begin = true
    let after = 0
    const look = async (): Promise<void> => {
      const asked = await companion.ask('watchPrograms', { begin, after })
      if (gone) return
      if (asked.ok && !asked.value.open) {
        setWatched(({ steps }) => ({ steps, state: 'over' }))
        return
      }
      if (asked.ok) {
        begin = false
        const news = asked.value.steps
        after = news.at(-1)?.number ?? after
        setWatched((before) =>
          news.length === 0 && before.state === 'open'
            ? before
            : { steps: [...before.steps, ...news], state: 'open' },
        )
      } else setWatched(({ steps }) => ({ steps, state: 'silent' }))
      timer = setTimeout(() => void look(), everyMs)
    }
    void look()
    return () => {
      gone = true
      if (timer) clearTimeout(timer)
    }
  }, [companion])
  return watched
}
