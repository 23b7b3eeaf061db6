import type { z } from 'zod'

/** Where a configuration is wrong, like `users[0].authorizedDomains`, what belongs there and what was found. */
export type ConfigurationProblem = {
  readonly path: string
  readonly expected: string
  readonly found: string
}

/** What belongs at a place, in words, where the schema's own say too little. By the last key of the path. */
const expectations: ReadonlyMap<string, string> = new Map([
  ['version', '1'],
  ['listen', 'a list with at least one {"address", "port"}'],
  ['id', 'a name of 1 to 64 printable characters without spaces at its ends'],
  ['name', 'a name of 1 to 64 printable characters without spaces at its ends'],
  ['user', 'the id of one of the users'],
  ['users', 'a list of SMTP+ users'],
  ['logins', 'a list of logins'],
  ['', 'an object with "version", "listen", "users" and "logins"'],
  ['password', '{"env": NAME}, {"file": PATH} or {"keychain": true}; never the password itself'],
  ['encryption', '"starttls" or "none"'],
  ['status', '"active" or "inactive"'],
  ['unauthorizedSenders', '"block" or "alert"'],
  ['auth', '"password" or "none"'],
  ['priority', 'a whole number from 1 (highest) to 5 (lowest)'],
  ['port', 'a port number'],
])

/** The path as people write it. */
export function configurationPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

/**
 * The first thing the schema found wrong with `input`. Text that stands where a secret might (a password typed inline,
 * an unknown key) is described, never repeated.
 */
export function schemaProblem(error: z.ZodError, input: unknown): ConfigurationProblem {
  const issue = error.issues[0]
  if (!issue) return { path: '', expected: 'a configuration', found: 'something else' }
  if (issue.code === 'unrecognized_keys') {
    const path = configurationPath([...issue.path, issue.keys[0] ?? ''])
    return { path, expected: 'no such key (is it misspelt?)', found: 'an unknown key' }
  }
  const path = configurationPath(issue.path)
  const value = valueAt(input, issue.path)
  const key = issue.path.findLast((part) => typeof part === 'string') ?? ''
  return { path, expected: expectation(key, issue), found: describeValue(value, path) }
}

/** A found value in words for people: short, and silent about whatever may be a secret. */
export function describeValue(value: unknown, path: string): string {
  if (value === undefined) return 'nothing'
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value !== 'string') return 'an object'
  if (/pass|secret|token|key|hash/i.test(path)) return 'text (not shown)'
  const shown = value.replace(/\p{C}/gu, '?')
  return JSON.stringify(shown.length > 80 ? `${shown.slice(0, 77)}...` : shown)
}

function expectation(key: string, issue: z.core.$ZodIssue): string {
  const known = expectations.get(key)
  if (known !== undefined) return known
  if (issue.code === 'invalid_type') return typeNames.get(issue.expected) ?? issue.expected
  if (issue.code === 'too_big') return `at most ${issue.maximum}`
  if (issue.code !== 'too_small') return 'a value of the documented form'
  return issue.origin === 'string'
    ? 'text that is not empty'
    : `a number above ${Number(issue.minimum) - (issue.inclusive ? 1 : 0)}`
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['int', 'a whole number'],
  ['number', 'a number'],
  ['array', 'a list'],
  ['object', 'an object'],
])

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return value
}
