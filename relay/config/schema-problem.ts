import type { z } from 'zod'
import type { Judgement, Wanted } from '../domain/expectation.ts'
import { judgementWords } from './expectation-words.ts'

/** Where a file is wrong, like `users[0].authorizedDomains`, what belongs there and what was found, in English. */
export type FileProblem = {
  readonly path: string
  readonly expected: string
  readonly found: string
}

/** The same of a configuration, with what it takes to say it in another language. */
export type ConfigurationProblem = FileProblem & Judgement

type Found = Pick<Judgement, 'foundKind' | 'foundText'>

/** A problem at a place. `detail`: the number or the correction that goes with what is wanted there. */
export function problemAt(path: string, wanted: Wanted, found: Found, detail = ''): ConfigurationProblem {
  const judged = { wanted, detail, ...found }
  return { path, ...judgementWords(judged), ...judged }
}

/** What belongs at a place where the schema's own words say too little. By the last key of the path. */
const expectations: ReadonlyMap<string, Wanted> = new Map([
  ['version', 'this-version'],
  ['listen', 'listen-list'],
  ['id', 'name'],
  ['name', 'name'],
  ['user', 'user-of-file'],
  ['users', 'user-list'],
  ['logins', 'login-list'],
  ['', 'whole-configuration'],
  ['password', 'password-source'],
  ['encryption', 'encryption'],
  ['status', 'status'],
  ['unauthorizedSenders', 'unauthorized-senders'],
  ['auth', 'auth'],
  ['priority', 'priority'],
  ['port', 'port'],
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
  if (!issue) return problemAt('', 'whole-configuration', foundKindOf('another'))
  if (issue.code === 'unrecognized_keys') {
    const path = configurationPath([...issue.path, issue.keys[0] ?? ''])
    return problemAt(path, 'known-key', foundKindOf('unknown-key'))
  }
  const path = configurationPath(issue.path)
  const key = issue.path.findLast((part) => typeof part === 'string') ?? ''
  return problemAt(path, ...expectation(key, issue, foundValue(valueAt(input, issue.path), path)))
}

/** A found value as people may see it: short, and silent about whatever may be a secret. */
export function foundValue(value: unknown, path: string): Found {
  if (value === undefined) return foundKindOf('nothing')
  if (value === null || typeof value === 'number' || typeof value === 'boolean')
    return foundText(String(value))
  if (Array.isArray(value)) return foundKindOf(value.length === 0 ? 'empty-list' : 'list')
  if (typeof value !== 'string') return foundKindOf('object')
  if (/pass|secret|token|key|hash/i.test(path)) return foundKindOf('hidden')
  return foundText(quoted(value))
}

/** In quotation marks, cut, control characters made visible. */
export function quoted(text: string): string {
  const shown = text.replace(/\p{C}/gu, '?')
  return JSON.stringify(shown.length > 80 ? `${shown.slice(0, 77)}...` : shown)
}

export function foundKindOf(foundKind: Found['foundKind'], text = ''): Found {
  return { foundKind, foundText: text }
}

function foundText(text: string): Found {
  return foundKindOf('value', text)
}

/** What belongs there, what was found, and the number that goes with it: the rest of `problemAt`. */
function expectation(key: string, issue: z.core.$ZodIssue, found: Found): [Wanted, Found, string?] {
  const known = expectations.get(key)
  if (known !== undefined) return [known, found]
  if (issue.code === 'invalid_type') return [typeNames.get(issue.expected) ?? 'documented-form', found]
  if (issue.code === 'too_big') return ['number-at-most', found, String(issue.maximum)]
  if (issue.code !== 'too_small') return ['documented-form', found]
  return issue.origin === 'string'
    ? ['text-not-empty', found]
    : ['number-above', found, String(Number(issue.minimum) - (issue.inclusive ? 1 : 0))]
}

const typeNames: ReadonlyMap<string, Wanted> = new Map([
  ['string', 'text'],
  ['int', 'whole-number'],
  ['number', 'number'],
  ['array', 'list'],
  ['object', 'object'],
])

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return value
}
