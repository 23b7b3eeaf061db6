import type { WatchStep } from './watch-step.ts'

/** Connections that are most likely one program's, and what it did. */
export type WatchedProgram = {
  /** the number of its first connection, by which it is called here */
  readonly first: number
  /** its IP address */
  readonly from: string
  /** null: it never said, so far */
  readonly login: string | null
  /** how it calls itself; null: it has said nothing yet */
  readonly greeting: string | null
  readonly steps: readonly WatchStep[]
}

/** Whose program is being set up: a sign-in of which it is known before, or a program that was pointed at. */
export type Followed = { readonly login: string } | { readonly first: number } | null

type Connection = Omit<WatchedProgram, 'first'> & { readonly number: number }

/**
 * Tells programs apart, in the order in which they came. A sign-in is one program. Whoever never signed in is known by its
 * address and how it greets: on one computer all have the same address, and a program that tests first and signs in on its
 * next connection greets alike on both.
 */
export function watchedPrograms(steps: readonly WatchStep[]): readonly WatchedProgram[] {
  const programs: WatchedProgram[] = []
  for (const connection of connectionsIn(steps)) {
    const at = placeOf(programs, connection)
    const known = programs[at]
    const { number, ...rest } = connection
    if (known === undefined) programs.push({ first: number, ...rest })
    else
      programs[at] = {
        ...known,
        login: known.login ?? connection.login,
        greeting: known.greeting ?? connection.greeting,
        steps: [...known.steps, ...connection.steps].toSorted((one, other) => one.number - other.number),
      }
  }
  return programs
}

/**
 * The one program to follow: the one asked for; while that hasn't signed in, whoever has not either, because it may be it;
 * where nobody was asked for, the first that came. Null: nobody was there yet.
 */
export function followedProgram(
  programs: readonly WatchedProgram[],
  wanted: Followed,
): WatchedProgram | null {
  if (wanted === null) return programs[0] ?? null
  if ('login' in wanted) {
    const { login } = wanted
    return (
      programs.find((program) => program.login === login) ??
      programs.find((program) => program.login === null) ??
      null
    )
  }
  return programs.find(({ steps }) => steps.some(({ connection }) => connection === wanted.first)) ?? null
}

function connectionsIn(steps: readonly WatchStep[]): readonly Connection[] {
  const byNumber = new Map<number, WatchStep[]>()
  for (const step of steps) byNumber.set(step.connection, [...(byNumber.get(step.connection) ?? []), step])
  return [...byNumber].map(([number, own]) => {
    const deeds = own.map(({ deed }) => deed)
    const begun = deeds.find((deed) => deed.kind === 'connected' || deed.kind === 'turned-away')
    const named = deeds.find((deed) => deed.kind === 'signed-in' || deed.kind === 'recognised')
    const greeted = deeds.find((deed) => deed.kind === 'greeted')
    return {
      number,
      from: begun?.from ?? '',
      login: named?.login ?? null,
      greeting: greeted ? greeted.name.toLowerCase() : null,
      steps: own,
    }
  })
}

/** Which of the programs a connection belongs to; -1: to none of them. */
function placeOf(programs: readonly WatchedProgram[], { login, from, greeting }: Connection): number {
  if (login !== null) {
    const same = programs.findIndex((program) => program.login === login)
    if (same !== -1) return same
  }
  return programs.findIndex(
    (program) =>
      (login === null || program.login === null) &&
      program.from === from &&
      (program.greeting === null || greeting === null || program.greeting === greeting),
  )
}
