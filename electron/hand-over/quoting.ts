/** As PHP writes it between single quotes. */
export const phpQuoted = (text: string): string =>
  `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`

/** As a POSIX shell does. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Text and attribute values of XML 1.0 and HTML. */
export const xmlEscaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Lines, each ended, without those that are null. */
export const lines = (...all: readonly (string | null)[]): string =>
  all
    .filter((line) => line !== null)
    .map((line) => `${line}\n`)
    .join('')
