import {
  checkOutgoingServer,
  type FileText,
  type OutgoingServer,
} from '../../relay/domain/program-files/outgoing-server.ts'
import { xmlEscaped } from '../../relay/domain/program-files/quoting.ts'
import { done } from '../../relay/domain/result.ts'
import { type IncomingServer, incomingServer } from './incoming-server.ts'

type PropertyValue = string | number | boolean | readonly Properties[]
type Properties = { readonly [key: string]: PropertyValue }

/**
 * A configuration profile for Apple Mail on macOS and iOS: one payload `com.apple.mail.managed` (Apple's "Mail" payload of
 * device management). Passwords are left out: the device asks for both. `uuid` makes an identifier; the same file
 * installed again replaces the one before, because its identifier is made of the address.
 */
export function mobileconfig(values: OutgoingServer, incoming: IncomingServer, uuid: () => string): FileText {
  const checked = checkOutgoingServer(values)
  if (!checked.ok) return checked
  if (!incomingServer.safeParse(incoming).success)
    return { ok: false, problem: { reason: 'malformed', field: 'incoming' } }
  const identifier = `smtp-plus-companion.${values.from.replaceAll(/[^A-Za-z0-9.-]/g, '-')}`
  const account: Properties = {
    PayloadType: 'com.apple.mail.managed',
    PayloadVersion: 1,
    PayloadIdentifier: `${identifier}.mail`,
    PayloadUUID: uuid(),
    PayloadDisplayName: values.from,
    EmailAccountDescription: values.from,
    EmailAccountType: incoming.type === 'imap' ? 'EmailTypeIMAP' : 'EmailTypePOP',
    EmailAddress: values.from,
    IncomingMailServerAuthentication: 'EmailAuthPassword',
    IncomingMailServerHostName: incoming.server,
    IncomingMailServerPortNumber: incoming.port,
    IncomingMailServerUseSSL: true,
    IncomingMailServerUsername: incoming.username,
    OutgoingMailServerAuthentication: 'EmailAuthPassword',
    OutgoingMailServerHostName: values.server,
    OutgoingMailServerPortNumber: values.port,
    // On a port that begins in clear this means STARTTLS.
    OutgoingMailServerUseSSL: true,
    OutgoingMailServerUsername: values.username,
    OutgoingPasswordSameAsIncomingPassword: false,
  }
  const profile: Properties = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuid(),
    PayloadDisplayName: `SMTP+ (${values.from})`,
    PayloadContent: [account],
  }
  return done(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
      `<plist version="1.0">${written(profile)}</plist>`,
      '',
    ].join('\n'),
  )
}

/** plist(5): dictionaries, arrays, strings, integers and booleans. */
function written(value: PropertyValue | Properties): string {
  if (typeof value === 'string') return `<string>${xmlEscaped(value)}</string>`
  if (typeof value === 'number') return `<integer>${value}</integer>`
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>'
  if (isList(value)) return `<array>${value.map(written).join('')}</array>`
  const entries = Object.entries(value).map(
    ([key, inner]) => `<key>${xmlEscaped(key)}</key>${written(inner)}\n`,
  )
  return `<dict>\n${entries.join('')}</dict>`
}

const isList = (value: Properties | readonly Properties[]): value is readonly Properties[] =>
  Array.isArray(value)
