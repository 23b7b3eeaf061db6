import type { Database } from '../queue/database.ts'
import { integerOf, rowOf, textOf } from '../queue/sql.ts'
import type { Writer } from '../queue/writer.ts'

/** When something last happened to each of these, by name. Milliseconds since 1970. */
export type LastTimes = {
  note(name: string, atMs: number): void
  all(): ReadonlyMap<string, number>
  /** Writes down what isn't yet. */
  close(): void
}

/** `sign-in`: signed in, or began a message. `delivery`: its server took a message of this user. */
const tables = {
  'sign-in': { all: 'SELECT login AS name, at FROM login_seen', save: 'login_seen (login, at)' },
  delivery: { all: 'SELECT user AS name, at FROM user_delivered', save: 'user_delivered (user, at)' },
} as const

const writeAfterMs = 5_000

/**
 * Kept in memory, written and told every few seconds while something changes: busy programs sign in hundreds of times
 * a second, and what is lost in a crash are those seconds. `onTime`: for whoever shows it.
 */
export function openLastTimes(options: {
  readonly database: Database
  readonly writer: Writer
  readonly what: keyof typeof tables
  readonly onTime?: (name: string, atMs: number) => void
}): LastTimes {
  const { database, writer, onTime } = options
  const table = tables[options.what]
  const times = new Map<string, number>()
  for (const value of database.statement(table.all).all()) {
    const row = rowOf(value)
    times.set(textOf(row, 'name'), integerOf(row, 'at'))
  }
  const fresh = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  const flush = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    const changed = [...fresh].map((name) => [name, times.get(name) ?? 0] as const)
    fresh.clear()
    if (changed.length === 0) return
    const saved = writer.write(() => {
      const save = database.statement(`INSERT OR REPLACE INTO ${table.save} VALUES (?, ?)`)
      for (const [name, atMs] of changed) save.run(name, atMs)
    }, 'unsynced')
    // A full disk: it is known in memory, and written with the next change.
    saved.catch(() => undefined)
    for (const [name, atMs] of changed) onTime?.(name, atMs)
  }

  return {
    note(name, atMs) {
      times.set(name, atMs)
      fresh.add(name)
      if (timer !== null) return
      timer = setTimeout(flush, writeAfterMs)
      timer.unref()
    },
    all: () => times,
    close: flush,
  }
}
