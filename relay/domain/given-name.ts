/** The most characters of a name that people give to a user or a sign-in. */
export const longestGivenName = 64

/** How people name users and sign-ins: printable, no white space at the ends. */
export const givenNameForm = /^[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u

export type GivenNameProblem = 'required' | 'too-long' | 'name-characters' | 'name-taken'

/** What is wrong with a name; `taken`: those in use, compared without regard to capitals. Null when it is fine. */
export function givenNameProblem(wanted: string, taken: readonly string[]): GivenNameProblem | null {
  if (wanted === '') return 'required'
  if (wanted.length > longestGivenName) return 'too-long'
  if (!givenNameForm.test(wanted)) return 'name-characters'
  return taken.some((other) => other.toLowerCase() === wanted.toLowerCase()) ? 'name-taken' : null
}
