import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

/** Where in the app somebody is, with what is open there. */
export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'users'; readonly panel?: UserPanel }
  | {
      readonly screen: 'senders'
      readonly user?: string
      /** the entry whose panel is open */
      readonly entry?: string
      readonly view?: SendersView
    }
  | { readonly screen: 'set-up'; readonly panel?: SetUpPanel }
  | { readonly screen: 'activity'; readonly filter?: ActivityFilter; readonly open?: string }
  | { readonly screen: 'alerts' }
  /** the connection check of one SMTP+ user */
  | { readonly screen: 'check'; readonly user: string }
  | { readonly screen: 'practice' }
  /** `at`: the part to bring into sight */
  | { readonly screen: 'settings'; readonly view?: 'history'; readonly at?: 'network' }

/** Those the rail leads to. */
export type ScreenName = Exclude<Place['screen'], 'check'>
export type SendersView = 'lists' | 'try'
export type UserPanel =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly user: string }
  | { readonly kind: 'password' | 'compare' | 'duplicate' | 'remove'; readonly user: string }
export type SetUpPanel =
  | { readonly kind: 'add' }
  | { readonly kind: 'sign-in'; readonly login: string }
  | { readonly kind: 'reset'; readonly login: string }
  | { readonly kind: 'form'; readonly login: string }
  | { readonly kind: 'send' }
export type ActivityFilter =
  | 'all'
  | 'waiting'
  | 'attention'
  | 'held'
  | 'uncertain'
  | 'failed'
  | 'refused'
  | 'sent'
  | 'deleted'

type Navigation = {
  readonly place: Place
  readonly goTo: (place: Place) => void
  /** false in the wizard, where there is nowhere else to go yet */
  readonly canGo: boolean
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({
  canGo = true,
  children,
}: {
  readonly canGo?: boolean
  readonly children: ReactNode
}): ReactNode {
  const [place, goTo] = useState<Place>({ screen: 'home' })
  const navigation = useMemo(() => ({ place, goTo, canGo }), [place, canGo])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/** The current place and the way to another. Throws outside of NavigationProvider. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation outside of NavigationProvider')
  return navigation
}
