import { z } from 'zod'

// Published formats, the part that concerns an account with a password: which keys there are, which of them must be
// there, their types and their allowed values. Strict: a key that isn't published is a mistake.

/** github.com/apple/device-management, mdm/profiles/CommonPayloadKeys.yaml */
const common = {
  PayloadIdentifier: z.string().min(1),
  PayloadUUID: z.uuid(),
  PayloadVersion: z.literal(1),
  PayloadDisplayName: z.string().optional(),
  PayloadDescription: z.string().optional(),
  PayloadOrganization: z.string().optional(),
}

const authentication = z.enum([
  'EmailAuthNone',
  'EmailAuthPassword',
  'EmailAuthCRAMMD5',
  'EmailAuthNTLM',
  'EmailAuthHTTPMD5',
])

/**
 * mdm/profiles/com.apple.mail.managed.yaml. Its two passwords are left out on purpose: they are for encrypted profiles
 * alone, and a profile of ours has none.
 */
const mailPayload = z.strictObject({
  ...common,
  PayloadType: z.literal('com.apple.mail.managed'),
  EmailAccountDescription: z.string().optional(),
  EmailAccountName: z.string().optional(),
  EmailAccountType: z.enum(['EmailTypeIMAP', 'EmailTypePOP']),
  EmailAddress: z.string().optional(),
  IncomingMailServerAuthentication: authentication,
  IncomingMailServerHostName: z.string(),
  IncomingMailServerPortNumber: z.int().optional(),
  IncomingMailServerUseSSL: z.boolean().optional(),
  IncomingMailServerUsername: z.string().optional(),
  IncomingMailServerIMAPPathPrefix: z.string().optional(),
  OutgoingPasswordSameAsIncomingPassword: z.boolean().optional(),
  OutgoingMailServerAuthentication: authentication,
  OutgoingMailServerHostName: z.string(),
  OutgoingMailServerPortNumber: z.int().optional(),
  OutgoingMailServerUseSSL: z.boolean().optional(),
  OutgoingMailServerUsername: z.string().optional(),
  PreventMove: z.boolean().optional(),
  PreventAppSheet: z.boolean().optional(),
  disableMailRecentsSyncing: z.boolean().optional(),
  allowMailDrop: z.boolean().optional(),
})

/** mdm/profiles/TopLevel.yaml */
export const appleProfile = z.strictObject({
  ...common,
  PayloadType: z.literal('Configuration'),
  PayloadContent: z.array(mailPayload).min(1),
  PayloadScope: z.enum(['System', 'User']).optional(),
  PayloadRemovalDisallowed: z.boolean().optional(),
})

/** An element as the test's reader gives it: its attributes, its text, its children in their order. */
export type Element = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly Element[]
}

export const element: z.ZodType<Element> = z.strictObject({
  tag: z.string(),
  attributes: z.record(z.string(), z.string()),
  text: z.string(),
  children: z.array(z.lazy(() => element)),
})

const server = z.strictObject({
  hostname: z.tuple([z.string().regex(/^[\w.-]+$/)]),
  port: z.tuple([z.coerce.number().int().min(1).max(65_535)]),
  socketType: z.array(z.enum(['plain', 'SSL', 'STARTTLS'])).min(1),
  username: z.tuple([z.string().min(1)]),
  authentication: z
    .array(
      z.enum([
        'password-cleartext',
        'password-encrypted',
        'NTLM',
        'GSSAPI',
        'OAuth2',
        'TLS-client-cert',
        'none',
      ]),
    )
    .min(1),
})

const domain = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)

/**
 * Mozilla's clientConfig 1.1 (wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat), as Thunderbird's own reader
 * takes it (mailnews accountcreation, readFromXML): what it demands, and the values it knows.
 */
export const clientConfig = z.strictObject({
  version: z.literal('1.1'),
  id: domain,
  domains: z.array(domain).min(1),
  displayName: z.string().min(1),
  displayShortName: z.string().min(1),
  incoming: z.array(z.strictObject({ type: z.enum(['imap', 'pop3']), server })).min(1),
  outgoing: z.array(z.strictObject({ type: z.literal('smtp'), server })).min(1),
})
export type ClientConfig = z.infer<typeof clientConfig>

/** A parsed file by the names of the schema; what has no place in the format has no place here either. */
export function clientConfigOf(root: Element): ClientConfig {
  const [provider, ...others] = root.children
  if (root.tag !== 'clientConfig' || provider?.tag !== 'emailProvider' || others.length > 0)
    throw new Error('not one emailProvider in a clientConfig')
  const known = new Set(['domain', 'displayName', 'displayShortName', 'incomingServer', 'outgoingServer'])
  const stranger = provider.children.find(({ tag }) => !known.has(tag))
  if (stranger) throw new Error(`not an element of emailProvider: ${stranger.tag}`)
  const textsOf = (tag: string) =>
    provider.children.filter((child) => child.tag === tag).map(({ text }) => text)
  const serversOf = (tag: string) =>
    provider.children
      .filter((child) => child.tag === tag)
      .map(({ attributes, children }) => ({
        type: attributes['type'],
        server: Object.fromEntries(
          children.map((child) => [
            child.tag,
            children.filter(({ tag: same }) => same === child.tag).map(({ text }) => text),
          ]),
        ),
      }))
  return clientConfig.parse({
    version: root.attributes['version'],
    id: provider.attributes['id'],
    domains: textsOf('domain'),
    displayName: textsOf('displayName').join(''),
    displayShortName: textsOf('displayShortName').join(''),
    incoming: serversOf('incomingServer'),
    outgoing: serversOf('outgoingServer'),
  })
}
