/** As PHP writes it between single quotes. */
export const phpQuoted = (text: string): string =>
  `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`

/** As a POSIX shell does; a plain word stays as it is, so that a `~` at its head is somebody's home. */
export const shellQuoted = (text: string): string =>
  /^~?[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A text as JavaScript, Python, Java and C# write it between double quotes: JSON's escapes mean the same to all four. */
export const quoted = (text: string): string => JSON.stringify(text)

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
