import type { Place } from './navigation.tsx'

/** Where the connection of an SMTP+ user is looked at and put right. */
export function connectionPlace(user: string): Place {
  return { screen: 'check', user }
}
