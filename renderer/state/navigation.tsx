import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

/** Where in the app somebody is, with what is open there. */
export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'users'; readonly panel?: UserPanel }
  | { readonly screen: 'senders'; readonly user?: string }
  | { readonly screen: 'set-up'; readonly panel?: SetUpPanel }
  | { readonly screen: 'activity'; readonly filter?: ActivityFilter; readonly open?: string }
  | { readonly screen: 'alerts' }
  | { readonly screen: 'practice' }
  | { readonly screen: 'settings' }

export type ScreenName = Place['screen']
export type UserPanel =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly user: string }
  | { readonly kind: 'password'; readonly user: string }
export type SetUpPanel =
  | { readonly kind: 'add' }
  | { readonly kind: 'reset'; readonly login: string }
  | { readonly kind: 'send' }
export type ActivityFilter = 'all' | 'waiting' | 'attention' | 'refused' | 'sent'

type Navigation = { readonly place: Place; readonly goTo: (place: Place) => void }

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [place, goTo] = useState<Place>({ screen: 'home' })
  const navigation = useMemo(() => ({ place, goTo }), [place])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/** The current place and the way to another. Throws outside of NavigationProvider. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation outside of NavigationProvider')
  return navigation
}
