import type { Place } from './navigation.tsx'

/** Where the connection of an SMTP+ user is looked at and put right. */
export function connectionPlace(user: string): Extract<Place, { screen: 'check' }> {
  return { screen: 'check', user }
}
