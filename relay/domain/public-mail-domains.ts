/**
 * Domains where anybody can have an address: authorizing one would let strangers send. Not complete, and it need not
 * be: a name that is missing is offered as a suggestion and nothing more.
 */
const publicMailDomains: ReadonlySet<string> = new Set([
  'alice.it',
  'aol.com',
  'arubapec.it',
  'email.it',
  'fastwebnet.it',
  'free.fr',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'hotmail.it',
  'icloud.com',
  'inwind.it',
  'iol.it',
  'legalmail.it',
  'libero.it',
  'live.com',
  'live.it',
  'mac.com',
  'mail.com',
  'me.com',
  'msn.com',
  'orange.fr',
  'outlook.com',
  'outlook.it',
  'pec.it',
  'poste.it',
  'postecert.it',
  'proton.me',
  'protonmail.com',
  'tim.it',
  'tin.it',
  'tiscali.it',
  'virgilio.it',
  'web.de',
  'yahoo.com',
  'yahoo.it',
  'yandex.com',
  'ymail.com',
  'zoho.com',
])

/** `domain`: the registered name, lower-case A-labels (`yahoo.it`, not `mail.yahoo.it`). */
export function isPublicMailDomain(domain: string): boolean {
  return publicMailDomains.has(domain)
}
