/** What the page may load and run, from nothing upwards; each permission with its reason. */
const directives: readonly (readonly [directive: string, sources: string])[] = [
  ['default-src', "'none'"],
  // the bundle beside index.html
  ['script-src', "'self'"],
  // the widget library writes its theme as style elements
  ['style-src', "'self' 'unsafe-inline'"],
  // own pictures; the icons are inline SVG and need nothing
  ['img-src', "'self'"],
  ['font-src', "'self'"],
  // all talk goes over the bridge
  ['connect-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['frame-ancestors', "'none'"],
  // text can't become code, and becomes markup only where the page's one policy lets a style sheet through
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'default'],
]

export const contentSecurityPolicy = directives.map(([name, sources]) => `${name} ${sources}`).join('; ')

/** Sent with every file of the page. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}
