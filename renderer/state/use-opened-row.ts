import { useState } from 'react'
import type { ActivityRow } from './activity-rows.ts'

/** The row somebody has opened, as it is now. It stays open when it leaves the list, as it was when last heard of. */
export function useOpenedRow(
  id: string | null,
  rows: readonly ActivityRow[],
  live: readonly ActivityRow[],
): ActivityRow | null {
  const [last, setLast] = useState<ActivityRow | null>(null)
  const found = id === null ? null : (find(live, id) ?? find(rows, id) ?? null)
  if (found !== null && found !== last) setLast(found)
  return found ?? (last?.id === id ? last : null)
}

function find(rows: readonly ActivityRow[], id: string): ActivityRow | undefined {
  return rows.find((row) => row.id === id)
}
