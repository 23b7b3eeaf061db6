import { z } from 'zod'
import { type RelayConfigurationInput, relayConfiguration } from '../../relay/config/configuration.ts'
import { alertSettings } from '../../relay/domain/alert-settings.ts'
import type { RelayEvent } from '../../relay/domain/relay-event.ts'
import { done } from '../../relay/domain/result.ts'
import { alertSummary } from '../../relay/ipc/relay-contract.ts'
import type { AlertSummary } from '../../relay/journal/alert-rows.ts'
import { startRelay } from '../../relay/relay.ts'
import type { BesideConfiguration, Relay } from '../../relay/running-relay.ts'
import type { PasswordLookup } from '../../relay/secrets/password-lookup.ts'
import { Secret } from '../../relay/secrets/secret.ts'
import { createPasswordHash } from '../../relay/secrets/sign-in.ts'
import { openDialogue, type SmtpReply } from './smtp-dialogue.ts'
import { type Behaviour, type StagedUpstream, startStagedUpstream } from './staged-upstream.ts'

const password = 'a-generated-password-22'
const passwordHash = createPasswordHash(password)
const minuteMs = 60_000

/** A whole relay in this process, as the app runs it, in front of a server that does what it is told. */
export type OwnRelay = {
  readonly relay: Relay
  readonly upstream: StagedUpstream
  readonly events: readonly RelayEvent[]
  /** what was to be shown on the desktop, notification by notification */
  readonly shown: readonly (readonly AlertSummary[])[]
  alerts(): readonly AlertSummary[]
  /** Moves the relay's clock on and lets it look around. */
  passMinutes(minutes: number): Promise<void>
  configure(changes: Partial<RelayConfigurationInput>, beside?: BesideConfiguration): Promise<void>
  /** One message from the sign-in "website"; `asked`: parameters, ` NOTIFY=NEVER`. Resolves with the relay's last word about it. */
  send(
    mailFrom: string,
    message: string,
    recipient?: string,
    asked?: { readonly mail?: string; readonly rcpt?: string },
  ): Promise<SmtpReply>
  /** its user with other authorized senders, and another rule for the rest, for `configure` */
  usersWith(
    authorizedSenders: string,
    unauthorizedSenders?: 'block' | 'alert',
  ): RelayConfigurationInput['users']
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

export type OwnRelayOptions = {
  readonly dataDirectory: string
  readonly beside?: BesideConfiguration
  readonly changes?: Partial<RelayConfigurationInput>
  readonly passwordOf?: PasswordLookup
  /** the server has this certificate and demands STARTTLS; without `caFile` the relay doesn't trust it */
  readonly tls?: { readonly key: string; readonly cert: string; readonly caFile?: string }
  /** on a clock of this time; default 11 in the morning of today */
  readonly startMs?: number
}

/** Alert settings with mail through the user "office" to `to`, everything told at once. */
export function alertsTo(to: string, from = 'info@firm.example'): BesideConfiguration {
  const frequency = Object.fromEntries(
    Object.keys(alertSettings.parse({}).frequency).map((kind) => [
      kind,
      { desktop: 'every-time', mail: 'every-time' },
    ]),
  )
  const settings = alertSettings.parse({ frequency, mail: { user: 'office', from, to } })
  return { alerts: { settings, language: 'en' } }
}

const abilities = ['8BITMIME', 'AUTH PLAIN']

export async function startOwnRelay(options: OwnRelayOptions): Promise<OwnRelay> {
  const { tls } = options
  const usual: Behaviour = tls ? { abilities: ['8BITMIME'] } : { bare: true, abilities }
  const upstream = await startStagedUpstream(usual, tls)
  const started = options.startMs ?? new Date().setHours(11, 0, 0, 0)
  const realStart = Date.now()
  let passedMs = 0
  const events: RelayEvent[] = []
  const shown: (readonly AlertSummary[])[] = []
  const configurationOf = (changes: Partial<RelayConfigurationInput> = {}) =>
    relayConfiguration.parse({
      version: 1,
      listen: [{ address: '127.0.0.1', port: 0 }],
      users: [
        {
          id: 'office',
          server: '127.0.0.1',
          port: upstream.port,
          encryption: tls ? 'starttls' : 'none',
          ...(tls?.caFile === undefined ? {} : { caFile: tls.caFile }),
          username: 's1_2',
          password: { keychain: true },
          authorizedDomains: 'firm.example',
        },
      ],
      logins: [{ name: 'website', user: 'office', passwordHash }],
      ...changes,
    })
  const running = await startRelay({
    configuration: configurationOf(options.changes),
    revision: 1,
    practice: null,
    ...(options.beside ? { beside: options.beside } : {}),
    dataDirectory: options.dataDirectory,
    passwordOf: options.passwordOf ?? (async () => done(new Secret(password))),
    onEvent: (event) => events.push(event),
    onDelta(name, value) {
      if (name === 'tellAlerts') shown.push(z.array(alertSummary).parse(value))
    },
    courier: { timeouts: { connect: 2000, answer: 2000 } },
    nowMs: () => started + passedMs + Date.now() - realStart,
  })
  if (!running.ok) throw new Error(`the relay did not start: ${running.problem.reason}`)
  const relay = running.value
  let revision = 1

  const send: OwnRelay['send'] = async (
    mailFrom,
    message,
    recipient = 'customer@else.example',
    asked = {},
  ) => {
    const dialogue = await openDialogue(relay.listener.addresses()[0]?.port ?? 0)
    try {
      await dialogue.send('EHLO website.test')
      await dialogue.signIn('website', password)
      const sender = await dialogue.send(`MAIL FROM:<${mailFrom}>${asked.mail ?? ''}`)
      if (sender.code !== 250) return sender
      await dialogue.send(`RCPT TO:<${recipient}>${asked.rcpt ?? ''}`)
      await dialogue.send('DATA')
      return await dialogue.message(Buffer.from(message, 'utf8'))
    } finally {
      dialogue.close()
    }
  }

  return {
    relay,
    upstream,
    events,
    shown,
    alerts: () => relay.journal.alerts(100),
    async passMinutes(minutes) {
      passedMs += minutes * minuteMs
      relay.courier.wake()
      await relay.alerting.look()
      await relay.notices.look()
    },
    async configure(changes, beside = options.beside) {
      revision += 1
      const applied = await relay.configure(configurationOf(changes), revision, null, beside)
      if (!applied.ok) throw new Error(`not configured: ${applied.problem.reason}`)
    },
    send,
    usersWith: (authorizedSenders, unauthorizedSenders = 'block') =>
      relay
        .configuration()
        .users.map((user) => Object.assign({}, user, { authorizedSenders, unauthorizedSenders })),
    behave: (behaviour) => upstream.behave({ ...usual, ...behaviour }),
    async close() {
      await relay.stop('the test is over')
      await upstream.stop()
    },
  }
}
