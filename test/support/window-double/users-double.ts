import type { WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import { changedUser, userView } from '../user-views.ts'
import { type PageData, saved } from './page-data.ts'

/** SMTP+ users as the page may ask about them: each change takes, and a password goes where it shall be kept. */
export function usersDouble({ snapshot, put, putUser }: PageData) {
  return {
    addUser({ id, ...given }) {
      const user = changedUser(userView(id), given)
      put({ part: 'users', value: [...snapshot().users, user] })
      return saved
    },
    updateUser: ({ id, ...part }) => putUser(id, part),
    removeUser({ id }) {
      put({ part: 'users', value: snapshot().users.filter((user) => user.id !== id) })
      return saved
    },
    setPassword({ id, keep }) {
      const { keychain } = snapshot().app
      if (keep === 'keychain' && keychain !== 'available') return { ok: false, reason: keychain }
      putUser(id, { password: keep })
      return { ok: true, place: keep }
    },
    checkKeychain: () => snapshot().app.keychain,
    takeOverPassword: ({ keep }) => ({ ok: true, place: keep }),
    compareWithService: () => ({ ok: false, reason: 'not-reached' }),
  } satisfies Partial<Handlers<WindowContract>>
}
