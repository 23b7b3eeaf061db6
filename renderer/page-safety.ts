import { z } from 'zod'

// Imported before everything else: what it sets must hold when the other modules are read.

// zod compiles parsers with `new Function`, which the content security policy rightly forbids.
z.config({ jitless: true })

type PolicyRules = { createHTML(text: string): string }
type TrustedTypes = { createPolicy(name: 'default', rules: PolicyRules): unknown }

/**
 * The only text that may become "markup" in this page is the widget library's style sheets, and no style sheet needs
 * a `<`: whatever has one is refused, so text never turns into elements. Scripts get no policy at all.
 */
function refuseMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('text that would become markup was refused')
  return text
}

const trustedTypes: TrustedTypes | undefined = Reflect.get(window, 'trustedTypes')
trustedTypes?.createPolicy('default', { createHTML: refuseMarkup })
