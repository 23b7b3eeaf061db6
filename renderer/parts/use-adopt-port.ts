import { useCallback, useState } from 'react'
import type { FieldProblem, UserView } from '../../electron/ipc/window-contract.ts'
import { useCompanion } from '../state/companion-context.tsx'

export type AdoptPort = {
  /** the port that was adopted, once it is saved */
  readonly adopted: number | null
  readonly problems: readonly FieldProblem[]
  readonly use: (port: number) => Promise<void>
}

/** "Use this port": the user's mail goes there from now on; waiting mail is tried at once. */
export function useAdoptPort(user: UserView): AdoptPort {
  const companion = useCompanion()
  const [adopted, setAdopted] = useState<number | null>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const use = useCallback(
    async (port: number): Promise<void> => {
      const asked = await companion.ask('updateUser', { id: user.id, port })
      if (!asked.ok) return
      setProblems(asked.value.ok ? [] : asked.value.problems)
      if (asked.value.ok) setAdopted(port)
    },
    [companion, user.id],
  )
  return { adopted, problems, use }
}
