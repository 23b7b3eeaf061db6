import { type ReactNode, useMemo } from 'react'
import { useCompanionState } from '../state/companion-context.tsx'
import { type LiveLine, linesForMessage, linesForProgram } from '../state/live-lines.ts'
import { LiveLines } from './live-lines.tsx'

/** One message, followed by its id. */
export function MessageProgress({ id }: { readonly id: string }): ReactNode {
  const snapshot = useCompanionState((state) => state.snapshot)
  const lines = useMemo((): readonly LiveLine[] => {
    const message = snapshot?.messages.find((known) => known.id === id)
    return snapshot && message ? linesForMessage(snapshot, message) : [{ kind: 'sending' }]
  }, [snapshot, id])
  return <LiveLines lines={lines} />
}

/** What a program's sign-in comes to from a moment on (ISO 8601). */
export function ProgramProgress({
  login,
  since,
}: {
  readonly login: string
  readonly since: string
}): ReactNode {
  const snapshot = useCompanionState((state) => state.snapshot)
  const lines = useMemo(
    () => (snapshot ? linesForProgram(snapshot, login, since) : []),
    [snapshot, login, since],
  )
  return <LiveLines lines={lines} />
}
