import { type Finding, findingOf, linesIn, mostFindings, type RawServer } from './found-server.ts'

const prefForm = /^\s*user_pref\("([^"\\]{1,200})",\s*(.*)\);\s*$/

/**
 * The outgoing servers of a Thunderbird profile, from its prefs.js (mail.smtpserver.*; mail.identity.* for the senders).
 * Passwords are in Thunderbird's own encrypted store, which isn't read.
 */
export function readThunderbird(prefsJs: string): readonly Finding[] {
  const prefs = readPrefs(prefsJs)
  const known = [...prefs.keys()].flatMap(
    (key) => /^mail\.smtpserver\.([^.]+)\.hostname$/.exec(key)?.[1] ?? [],
  )
  const listed = new Set((prefs.get('mail.smtpservers') ?? '').split(',').map((id) => id.trim()))
  // A server that was removed can leave its keys behind: where Thunderbird keeps a list, the list decides.
  const ids = prefs.has('mail.smtpservers') ? known.filter((id) => listed.has(id)) : known
  const senders = sendersByServer(prefs)
  return ids.slice(0, mostFindings).flatMap((id) => findingOf(serverOf(prefs, id, senders)) ?? [])
}

function serverOf(
  prefs: ReadonlyMap<string, string>,
  id: string,
  senders: ReadonlyMap<string, string>,
): RawServer {
  const value = (name: string): string | undefined => prefs.get(`mail.smtpserver.${id}.${name}`)
  // nsMsgSocketType: 0 plain, 1 STARTTLS if offered (no longer written), 2 STARTTLS, 3 SSL/TLS
  const socket = value('try_ssl') ?? '0'
  const port = value('port')
  return {
    program: 'thunderbird',
    label: value('description'),
    host: value('hostname'),
    port: port === '0' || port === undefined ? undefined : Number(port),
    tls: socket === '3' ? 'implicit' : socket === '0' ? 'none' : 'starttls',
    username: value('username'),
    from: senders.get(id),
    // nsMsgAuthMethod: 10 is OAuth2
    notes: value('authMethod') === '10' ? ['was-oauth'] : [],
  }
}

/** The first sender that goes out through each server; one without a server of its own goes through the default one. */
function sendersByServer(prefs: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const senders = new Map<string, string>()
  for (const [key, address] of prefs) {
    const identity = /^mail\.identity\.([^.]+)\.useremail$/.exec(key)?.[1]
    if (identity === undefined) continue
    const server =
      prefs.get(`mail.identity.${identity}.smtpServer`) ?? prefs.get('mail.smtp.defaultserver') ?? ''
    if (!senders.has(server)) senders.set(server, address)
  }
  return senders
}

function readPrefs(text: string): ReadonlyMap<string, string> {
  const prefs = new Map<string, string>()
  for (const line of linesIn(text)) {
    if (!line.includes('"mail.')) continue
    const [, key, value] = prefForm.exec(line) ?? []
    if (key !== undefined && value !== undefined) prefs.set(key, valueOf(value))
  }
  return prefs
}

/** A string is written as in JSON (plus \\xNN), numbers and booleans bare. */
function valueOf(written: string): string {
  if (!written.startsWith('"')) return written
  try {
    const text: unknown = JSON.parse(written.replaceAll(/\\x([0-9a-fA-F]{2})/g, String.raw`\u00$1`))
    return typeof text === 'string' ? text : ''
  } catch {
    return ''
  }
}

/** The folders of a profiles.ini, as written there; `relative` ones start at the ini's own folder. */
export function readProfilesIni(
  text: string,
): readonly { readonly path: string; readonly relative: boolean }[] {
  return linesIn(text)
    .map((line) => line.trim())
    .join('\n')
    .split('\n[')
    .filter((section) => /^\[?Profile/.test(section))
    .slice(0, mostFindings)
    .flatMap((section) => {
      const path = /^Path=([^\n]+)/m.exec(section)?.[1]
      return path ? [{ path, relative: !section.includes('\nIsRelative=0') }] : []
    })
}
