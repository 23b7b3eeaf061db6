import type { GuideValues } from '../guide-values.ts'

/** A text as JavaScript, Python, Java and C# write it between double quotes: JSON's escapes mean the same to all four. */
export const quoted = (text: string): string => JSON.stringify(text)

/** As PHP and a POSIX shell write it between single quotes. */
export const phpQuoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The user name, or what stands for it as long as the program has no sign-in. */
export const userOf = ({ username }: GuideValues): string => username ?? 'YOUR-SIGN-IN'

/** Lines, without those that are null. */
export const lines = (...all: readonly (string | null)[]): string =>
  all.filter((line) => line !== null).join('\n')
