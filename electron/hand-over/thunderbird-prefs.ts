import {
  checkOutgoingServer,
  type HandOverProblem,
  type OutgoingServer,
} from '../../relay/domain/program-files/outgoing-server.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'

/** What Thunderbird shows beside the server, and how we know our own again. */
const description = 'SMTP+ Companion'

export type ThunderbirdProblem = HandOverProblem | { readonly reason: 'prefs-unreadable' | 'not-ours' }

/** The new text of prefs.js, and the key of the server that was added. */
export type WithServer = { readonly prefs: string; readonly key: string }

/**
 * A profile's prefs.js with one more outgoing server (mail.smtpserver.KEY.*, listed in mail.smtpservers). Every line that is
 * there stays as it is, but for that list: no account, no identity and no default server is touched. Only for a closed
 * Thunderbird, which would write its own copy over it.
 */
export function withThunderbirdServer(
  prefs: string,
  values: OutgoingServer,
): Result<WithServer, ThunderbirdProblem> {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  const listed = serverKeys(prefs)
  if (listed === null) return failed({ reason: 'prefs-unreadable' })
  const taken = [...prefs.matchAll(/"mail\.smtpserver\.smtp(\d{1,9})\./g)].map(([, number]) => Number(number))
  const inList = listed.flatMap((key) => /^smtp(\d{1,9})$/.exec(key)?.[1] ?? []).map(Number)
  const key = `smtp${Math.max(0, ...taken, ...inList) + 1}`
  const own = (name: string, value: string | number): string => line(`mail.smtpserver.${key}.${name}`, value)
  const added = [
    own('authMethod', ordinaryPassword),
    own('description', description),
    own('hostname', values.server),
    own('port', values.port),
    own('try_ssl', startTls),
    own('type', 'smtp'),
    own('username', values.username),
    line(listName, [...listed, key].join(',')),
  ]
  return done({ prefs: `${withoutPrefs(prefs, (name) => name === listName)}${added.join('')}`, key })
}

/** Takes that server out again, and whatever was pointed at it since; all else stays, what is newer than the server too. */
export function withoutThunderbirdServer(prefs: string, key: string): Result<string, ThunderbirdProblem> {
  const listed = serverKeys(prefs)
  if (listed === null) return failed({ reason: 'prefs-unreadable' })
  if (
    !/^smtp\d{1,9}$/.test(key) ||
    !prefs.includes(line(`mail.smtpserver.${key}.description`, description).trim())
  )
    return failed({ reason: 'not-ours' })
  const pointsAtIt = (name: string, value: string): boolean =>
    (name === 'mail.smtp.defaultserver' || /^mail\.identity\.[^.]+\.smtpServer$/.test(name)) &&
    value === JSON.stringify(key)
  const rest = withoutPrefs(
    prefs,
    (name, value) =>
      name === listName || name.startsWith(`mail.smtpserver.${key}.`) || pointsAtIt(name, value),
  )
  const left = listed.filter((other) => other !== key)
  return done(left.length === 0 ? rest : rest + line(listName, left.join(',')))
}

/** The key of the server that we added; null: there is none. */
export function ownServerKey(prefs: string): string | null {
  const found = [
    ...prefs.matchAll(/^user_pref\("mail\.smtpserver\.(smtp\d{1,9})\.description", "([^"]*)"\);/gm),
  ]
  return found.findLast(([, , text]) => text === description)?.[1] ?? null
}

const listName = 'mail.smtpservers'
/** nsMsgSocketType.alwaysSTARTTLS: never without */
const startTls = 2
/** nsMsgAuthMethod.passwordCleartext: PLAIN or LOGIN, here inside TLS */
const ordinaryPassword = 3

const line = (name: string, value: string | number): string =>
  `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`

/** The listed servers; null when the list is written in a way that we can't read and so mustn't replace. */
function serverKeys(prefs: string): readonly string[] | null {
  const lists = [...prefs.matchAll(/^[ \t]*user_pref\("mail\.smtpservers",[ \t]*(.*)\);[ \t\r]*$/gm)]
  if (lists.length < countOf(prefs, listName)) return null
  // Of two, Thunderbird takes the last.
  const found = lists.at(-1)
  if (!found) return []
  const plain = /^"([\w, -]*)"$/.exec(found[1] ?? '')
  return plain
    ? (plain[1] ?? '')
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== '')
    : null
}

/** How often it is named, in whatever way, comments left out. */
const countOf = (prefs: string, name: string): number =>
  prefs
    .split('\n')
    .filter(
      (text) =>
        !/^\s*(?:\/\/|#)/.test(text) &&
        new RegExp(`['"]${name.replaceAll('.', String.raw`\.`)}['"]`).test(text),
    ).length

/** Does a user.js set the list of servers? Thunderbird takes that over prefs.js at each start. */
export function setsServerList(userPrefs: string): boolean {
  return countOf(userPrefs, listName) > 0
}

/** Without the one-line preferences for which `gone`; the text then ends with a line end. */
function withoutPrefs(prefs: string, gone: (name: string, value: string) => boolean): string {
  const kept = prefs.split('\n').filter((text) => {
    const [, name, value] = /^\s*user_pref\("([^"\\]+)",\s*(.*)\);\s*$/.exec(text) ?? []
    return name === undefined || value === undefined || !gone(name, value)
  })
  const text = kept.join('\n')
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}
