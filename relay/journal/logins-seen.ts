import type { Database } from '../queue/database.ts'
import { integerOf, rowOf, textOf } from '../queue/sql.ts'
import type { Writer } from '../queue/writer.ts'

/** When each sign-in was last used: signed in, or began a message. Milliseconds since 1970. */
export type LoginsSeen = {
  seen(login: string, atMs: number): void
  all(): ReadonlyMap<string, number>
  /** Writes down what isn't yet. */
  close(): void
}

const writeAfterMs = 5_000

/**
 * Kept in memory, written and told every few seconds while something changes: busy programs sign in hundreds of times
 * a second, and what is lost in a crash are those seconds. `onSeen`: for whoever shows it.
 */
export function openLoginsSeen(options: {
  readonly database: Database
  readonly writer: Writer
  readonly onSeen?: (login: string, atMs: number) => void
}): LoginsSeen {
  const { database, writer, onSeen } = options
  const times = new Map<string, number>()
  for (const value of database.statement('SELECT login, at FROM login_seen').all()) {
    const row = rowOf(value)
    times.set(textOf(row, 'login'), integerOf(row, 'at'))
  }
  const fresh = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  const flush = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    const changed = [...fresh].map((login) => [login, times.get(login) ?? 0] as const)
    fresh.clear()
    if (changed.length === 0) return
    const saved = writer.write(() => {
      const save = database.statement('INSERT OR REPLACE INTO login_seen (login, at) VALUES (?, ?)')
      for (const [login, atMs] of changed) save.run(login, atMs)
    }, 'unsynced')
    // A full disk: it is known in memory, and written with the next change.
    saved.catch(() => undefined)
    for (const [login, atMs] of changed) onSeen?.(login, atMs)
  }

  return {
    seen(login, atMs) {
      times.set(login, atMs)
      fresh.add(login)
      if (timer !== null) return
      timer = setTimeout(flush, writeAfterMs)
      timer.unref()
    },
    all: () => times,
    close: flush,
  }
}
