import type { FoundKind, Judgement, Wanted } from '../domain/expectation.ts'

type Texts<Key extends string> = Readonly<Record<Key, string>>

const aName = 'a name of 1 to 64 printable characters without spaces at its ends'

/** `{}`: where the detail goes. */
const wantedTexts: Texts<Wanted> = {
  'this-version': '1',
  'listen-list': 'a list with at least one {"address", "port"}',
  name: aName,
  'user-of-file': 'the id of one of the users',
  'user-list': 'a list of SMTP+ users',
  'login-list': 'a list of logins',
  'whole-configuration': 'an object with "version", "listen", "users" and "logins"',
  'password-source': '{"env": NAME}, {"file": PATH} or {"keychain": true}; never the password itself',
  encryption: '"starttls" or "none"',
  status: '"active" or "inactive"',
  'unauthorized-senders': '"block" or "alert"',
  auth: '"password" or "none"',
  priority: 'a whole number from 1 (highest) to 5 (lowest)',
  port: 'a port number',
  text: 'text',
  'text-not-empty': 'text that is not empty',
  'whole-number': 'a whole number',
  number: 'a number',
  'number-above': 'a number above {}',
  'number-at-most': 'at most {}',
  list: 'a list',
  object: 'an object',
  'documented-form': 'a value of the documented form',
  'known-key': 'no such key (is it misspelt?)',
  'unique-user': 'an id that no other user has',
  'server-name': 'a host name or an IP address, without "smtp://", spaces or a port',
  'password-of-username':
    'where the password comes from: {"env": NAME}, {"file": PATH} or {"keychain": true}',
  'username-of-password': 'the user name this password belongs to',
  'unique-login': 'a name that no other login has',
  'unreserved-login': "a name that the relay doesn't use for its own mail",
  'password-hash': 'a hash made by "login add" or "login reset"',
  'no-addresses': 'addresses only with "auth": "none"',
  'no-end': 'an end only with "auth": "none"',
  'no-password': 'no password with "auth": "none"',
  addresses: 'the addresses it is recognised by, such as ["192.168.1.20/32"]',
  'unique-address': 'an address that no other login has',
  'address-block':
    'an IP address such as "192.168.1.20", or a CIDR block such as "192.168.1.0/24" with nothing behind its prefix',
  'own-ip-address': 'an IP address of this machine, such as "127.0.0.1"',
  'unique-listen': 'each address and port once',
  'narrower-lists': "only what the user's own lists allow (narrower, never wider)",
  'list-comma': 'entries separated by ";", not by a comma',
  'list-spaces': 'entries separated by ";", not by spaces',
  'list-url': 'a plain domain or address, not a web address',
  'list-www': 'the mail domain without "www."',
  'list-name-beside-address': 'the plain domain or address, without a name, brackets or quotes',
  'list-address-among-domains': 'a domain; a whole address belongs among the authorized senders',
  'list-domain-among-senders': 'a whole address; a domain belongs among the authorized domains',
  'list-public-suffix': "a domain of one's own, not one under which everybody can register",
  'list-bad-domain': 'a domain such as "firm.example"',
  'list-bad-address': 'an address such as "info@firm.example"',
}

/** `{}`: where the text that was found goes. */
const foundTexts: Texts<FoundKind> = {
  nothing: 'nothing',
  'empty-list': 'an empty list',
  list: 'a list',
  object: 'an object',
  hidden: 'text (not shown)',
  'unknown-key': 'an unknown key',
  value: '{}',
  'comma-in': 'a comma in {}',
  'password-hash': 'a password hash',
  time: 'a time',
  another: 'something else',
  'same-listen': 'the same as {}',
  'port-of-all': 'a port that {} takes on every address',
}

/** What belongs there and what was found, in English, as the command line says it. */
export function judgementWords(judged: Judgement): { readonly expected: string; readonly found: string } {
  const isCorrection = judged.wanted.startsWith('list-') && judged.detail !== ''
  const rule = wantedTexts[judged.wanted].replace('{}', () => judged.detail)
  return {
    expected: isCorrection ? `${rule}; write ${judged.detail}` : rule,
    found: foundTexts[judged.foundKind].replace('{}', () => judged.foundText),
  }
}
