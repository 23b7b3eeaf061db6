/** The app's own page, and the only address that is ever loaded into a window. */
export const pageScheme = 'app'
export const pageHost = 'companion'
const pageOrigin = `${pageScheme}://${pageHost}`
export const pageUrl = `${pageOrigin}/index.html`

/** Compares host and scheme, not the start of a text: `app://companion.evil` is somebody else. */
export function isOurUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === ''
}
