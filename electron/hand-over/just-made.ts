import type { Secret } from '../../relay/secrets/secret.ts'

/** How long a password that was shown once can still be put into a file. */
export const justMadeMs = 15 * 60_000

/** The password of the sign-in made last, for the file that is written next. */
export type JustMade = {
  remember(login: string, password: Secret): void
  /** null: made too long ago, of another sign-in, or not here */
  passwordOf(login: string): Secret | null
}

/** `nowMs`: milliseconds since 1970. */
export function rememberJustMade(nowMs: () => number): JustMade {
  let last: { readonly login: string; readonly password: Secret; readonly madeMs: number } | null = null
  return {
    remember(login, password) {
      last = { login, password, madeMs: nowMs() }
    },
    passwordOf(login) {
      if (last !== null && nowMs() - last.madeMs > justMadeMs) last = null
      return last?.login === login ? last.password : null
    },
  }
}
