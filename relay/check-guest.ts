import type { LoginEntry, PolicyBook } from './config/policy-book.ts'
import { checkLogin } from './domain/own-logins.ts'
import type { ListenerOptions } from './listener/smtp-listener.ts'
import { Secret } from './secrets/secret.ts'
import { createPasswordHash, generatePassword } from './secrets/sign-in.ts'

/** A sign-in that exists while the relay checks its own door, and nowhere but in memory. */
export type CheckGuest = {
  readonly credentials: { readonly username: string; readonly password: Secret }
  /** Whoever is still signed in with it may send nothing more. */
  leave(): void
}

export type CheckGuests = {
  /** One at a time: null while another check is under way. `user`: whose rules bind it. */
  admit(user: string): CheckGuest | null
  /** What the door works with, so that the guest can sign in and leaves no trace. */
  atTheDoor(door: DoorParts): DoorParts
}

type DoorParts = Required<Pick<ListenerOptions, 'book' | 'emit' | 'seen'>>

/** Lets the relay sign in to itself without a sign-in in the settings. */
export function createCheckGuests(): CheckGuests {
  let guest: LoginEntry | null = null
  let last: { readonly of: PolicyBook; readonly guest: LoginEntry; readonly book: PolicyBook } | null = null

  // The same object as long as nothing changes: by that the door knows that its rules are the same.
  const admittedTo = (book: PolicyBook): PolicyBook => {
    if (guest === null) return book
    if (last?.of !== book || last.guest !== guest) last = { of: book, guest, book: withGuest(book, guest) }
    return last.book
  }

  return {
    admit(user) {
      if (guest !== null) return null
      const password = generatePassword()
      guest = {
        name: checkLogin,
        user,
        auth: 'password',
        status: 'active',
        passwordHash: createPasswordHash(password),
        // Without a recipient there is no message (RFC 5321 3.3): it can't queue anything.
        recipients: 0,
      }
      return {
        credentials: { username: checkLogin, password: new Secret(password) },
        leave() {
          guest = null
          last = null
        },
      }
    },
    atTheDoor: ({ book, emit, seen }) => ({
      book: () => admittedTo(book()),
      // What it is refused is told to whoever asked for the check: it is no refusal of a program.
      emit(notice) {
        if (notice.event !== 'refused' || notice.login !== checkLogin) emit(notice)
      },
      seen(login, atMs) {
        if (login !== checkLogin) seen(login, atMs)
      },
    }),
  }
}

function withGuest(book: PolicyBook, guest: LoginEntry): PolicyBook {
  return {
    ...book,
    login: (name) => (name === guest.name ? guest : book.login(name)),
    policyOf(login) {
      const ofUser = login === guest ? book.policyOfUser(guest.user) : null
      return ofUser ? { ...ofUser, login: guest.name } : book.policyOf(login)
    },
  }
}
