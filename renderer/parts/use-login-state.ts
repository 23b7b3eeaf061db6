import type { LoginView } from '../../electron/ipc/window-logins.ts'
import { type LoginState, loginState } from '../state/login-state.ts'
import { useNow } from './use-now.ts'

/** The state of a sign-in, also when its time runs out while somebody looks. */
export function useLoginState(login: LoginView): LoginState {
  return loginState(login, useNow(10_000))
}
