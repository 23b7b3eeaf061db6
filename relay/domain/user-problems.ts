import { type ServerNameProblem, serverNameProblem } from './server-name.ts'
import { isSmtpPlusUsername } from './smtp-plus-username.ts'
import { isSmtpPlusServer, judgePort, type PortVerdict } from './smtp-port.ts'

/** Why a field of an SMTP+ user can't be saved. */
export const userProblemReasons = [
  'required',
  'too-long',
  'server-scheme',
  'server-space',
  'server-port-included',
  'server-address-instead',
  'server-malformed',
  'port-not-a-port',
  'port-implicit-tls',
  'port-submission-not-served',
  'port-telnet-not-served',
  'port-old-not-served',
  'port-not-served',
  'username-characters',
  'not-a-count',
] as const
export type UserProblemReason = (typeof userProblemReasons)[number]

export type UserField = 'server' | 'port' | 'username' | 'messagesPerHour' | 'campaignName' | 'campaignCode'
export type UserProblem = {
  readonly field: UserField
  readonly reason: UserProblemReason
  readonly found: string
}

/** What may be right and hardly is: shown beside the field, never in the way of saving. */
export type UserHint = 'username-unusual' | 'port-unusual' | 'clear-text'

/** What is looked at, as it is typed; a field that isn't there isn't looked at. Counts as numbers, null: none. */
export type UserDraft = {
  readonly server: string
  readonly port: number
  readonly username: string
  readonly messagesPerHour?: number | null | undefined
  readonly smtpApi?:
    | { readonly campaignName?: string | undefined; readonly campaignCode?: string | undefined }
    | null
    | undefined
}

/** The most messages an hour that can be written down. */
export const mostMessagesPerHour = 1_000_000
const longestUsername = 300
const longestCampaign = 120

/** Everything that keeps a user's connection and wishes from being saved: the page and the front office ask the same. */
export function userProblems(draft: UserDraft): readonly UserProblem[] {
  const { server, port, username, messagesPerHour, smtpApi } = draft
  const problems: UserProblem[] = []
  const add = (field: UserField, reason: UserProblemReason | null, found: string): void => {
    if (reason !== null) problems.push({ field, reason, found })
  }
  const ofServer = serverNameProblem(server)
  add('server', ofServer && serverReasons[ofServer], server)
  // What is no server name can't tell which ports its server has.
  add('port', portReasons[judgePort(ofServer === null ? server : '', port)], String(port))
  add('username', usernameProblem(username), username)
  const isCount =
    messagesPerHour === null ||
    messagesPerHour === undefined ||
    (Number.isInteger(messagesPerHour) && messagesPerHour > 0 && messagesPerHour <= mostMessagesPerHour)
  add('messagesPerHour', isCount ? null : 'not-a-count', String(messagesPerHour))
  for (const field of ['campaignName', 'campaignCode'] as const) {
    const text = smtpApi?.[field] ?? ''
    add(field, text.length > longestCampaign ? 'too-long' : null, text)
  }
  return problems
}

/** What is worth a word although it can be saved. */
export function userHints(draft: UserDraft & { readonly encryption: string }): readonly UserHint[] {
  const { server, port, username, encryption } = draft
  const hints: UserHint[] = []
  const isOdd = isSmtpPlusServer(server) && username !== '' && !isSmtpPlusUsername(username)
  if (isOdd && usernameProblem(username) === null) hints.push('username-unusual')
  if (judgePort(server, port) === 'unusual') hints.push('port-unusual')
  if (encryption === 'none') hints.push('clear-text')
  return hints
}

function usernameProblem(username: string): UserProblemReason | null {
  if (username.length > longestUsername) return 'too-long'
  return /[\p{C}\u2028\u2029]/u.test(username) ? 'username-characters' : null
}

const serverReasons: Readonly<Record<ServerNameProblem, UserProblemReason>> = {
  empty: 'required',
  scheme: 'server-scheme',
  space: 'server-space',
  'port-included': 'server-port-included',
  'address-instead': 'server-address-instead',
  malformed: 'server-malformed',
}

// An odd port of somebody else's server may be right; SMTP+'s own are known, and TLS from the first byte isn't spoken.
const portReasons: Readonly<Record<PortVerdict, UserProblemReason | null>> = {
  ok: null,
  unusual: null,
  'not-a-port': 'port-not-a-port',
  'implicit-tls': 'port-implicit-tls',
  'submission-not-served': 'port-submission-not-served',
  'telnet-not-served': 'port-telnet-not-served',
  'old-not-served': 'port-old-not-served',
  'not-served': 'port-not-served',
}
