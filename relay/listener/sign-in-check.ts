import type { LoginEntry } from '../config/policy-book.ts'
import { createPasswordHash, generatePassword, passwordMatches } from '../secrets/sign-in.ts'
import type { Door } from './door.ts'
import { isLoopback } from './peer-address.ts'
import { replies, replyLine } from './smtp-reply.ts'

export type SignInOutcome =
  | { readonly ok: true; readonly login: LoginEntry }
  | {
      readonly ok: false
      readonly reply: 'sign-in-failed' | 'too-many-failures' | 'login-inactive' | 'user-inactive'
    }

// Compared with when the name is unknown, so that an unknown name takes as long as a wrong password.
const nobodysHash = createPasswordHash(generatePassword())

/**
 * Name and password of AUTH (RFC 4954). An unknown name and a wrong password get the same words in the same time;
 * that a sign-in is paused is told only to whoever knows its password.
 */
export function checkSignIn(
  door: Door,
  name: string,
  password: string,
  remoteAddress: string,
): SignInOutcome {
  const nowMs = door.monotonicMs()
  // Who fails beyond this computer makes nobody else wait there; on loopback all programs have one address.
  const who = isLoopback(remoteAddress) ? name : `${name} ${remoteAddress}`
  if (door.guard.nameClosed(who, nowMs)) return refuse(door, name, 'too-many-failures', nowMs)
  const login = door.book().login(name)
  const hash = login?.passwordHash ?? null
  const right = passwordMatches(password, hash ?? nobodysHash) && hash !== null
  if (login === null || !right) {
    if (door.guard.namePaused(who, nowMs)) return refuse(door, name, 'too-many-failures', nowMs)
    const everyonePaused = door.guard.everyonePaused(nowMs)
    door.guard.failed(who, nowMs)
    return refuse(door, name, everyonePaused ? 'too-many-failures' : 'sign-in-failed', nowMs)
  }
  door.guard.succeeded(who)
  const user = door.book().user(login.user)
  if (login.status !== 'active') return refuse(door, name, 'login-inactive', nowMs)
  if (user?.status !== 'active') return refuse(door, name, 'user-inactive', nowMs)
  door.seen(login.name)
  return { ok: true, login }
}

type Refused = Extract<SignInOutcome, { ok: false }>

function refuse(door: Door, name: string, reply: Refused['reply'], nowMs: number): Refused {
  const reason = reply === 'too-many-failures' ? 'sign-in-failed' : reply
  // A name that can't be one of ours is the caller's text: shown, but neither long nor with control characters.
  const login = name.slice(0, 64).replaceAll(/\p{C}/gu, '\u{FFFD}')
  const known = door.book().login(name)
  if (reply !== 'too-many-failures' || door.throttle.mayTell(`sign-in ${known?.name ?? ''}`, nowMs)) {
    door.emit({
      event: 'refused',
      login,
      reason,
      user: known?.user ?? null,
      reply: replyLine(replies[reply]),
    })
  }
  return { ok: false, reply }
}
