import { useSnapshot } from '../state/companion-context.tsx'
import { type SignInAddress, signInAddress } from '../state/sign-in-address.ts'

/** What to type as the server, as things are now, for the sign-in of that name; null: for programs in general. */
export function useSignInAddress(login: string | null): SignInAddress {
  const listen = useSnapshot(({ relay }) => relay.listen)
  const known = useSnapshot(({ logins }) => logins.find(({ name }) => name === login))
  return signInAddress(listen, known ?? null)
}
