import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import {
  deliveryWishes,
  listener,
  loginConfiguration,
  relayConfiguration,
  userConfiguration,
} from '../../relay/config/configuration.ts'
import { alertSettings, defaultAlertSettings } from '../../relay/domain/alert-settings.ts'
import { dnsServer } from '../../relay/domain/domain-ownership.ts'
import { entryState } from '../../relay/domain/verification.ts'
import { practiceRules } from '../../relay/ipc/relay-contract.ts'
import { type ChecklistMemory, checklistMemory } from '../ipc/window-checklist.ts'
import { preferences } from '../ipc/window-contract.ts'
import { loginKind } from '../ipc/window-logins.ts'

/**
 * An SMTP+ user as the app keeps it. `password`: the keychain holds one; absent: none was ever kept there.
 * `verification`: the states of its entries by their compared form (relay/domain/verified-entries); absent: a user of
 * before these were kept, or imported as it was: its entries count as carried over until its lists are edited.
 */
export const userSettings = userConfiguration.extend({
  password: z.strictObject({ keychain: z.literal(true) }).optional(),
  verification: z.record(z.string(), entryState).optional(),
})
export type UserSettings = z.infer<typeof userSettings>

/** A sign-in as the app keeps it. `rewritesFormSender`: see relay/domain/form-sender; absent: no. `kind`: for people. */
export const loginSettings = loginConfiguration.extend({
  rewritesFormSender: z.boolean().optional(),
  kind: loginKind.optional(),
})
export type LoginSettings = z.infer<typeof loginSettings>

/** The settings file, version 1. `revision` counts every change, so that saved and in force can be told apart. */
export const settingsSchema = z.strictObject({
  version: z.literal(1),
  revision: z.int().min(0),
  listen: z.array(listener).min(1),
  users: z.array(userSettings),
  logins: z.array(loginSettings),
  practice: practiceRules,
  preferences,
  setUpDone: z.boolean(),
  checklist: checklistMemory.default(newChecklist),
  /** the one explanation that closing the window leaves the relay running was given */
  trayExplained: z.boolean(),
  /** random; what the DNS tokens of this installation are made from */
  installation: z.string().min(32).default(newInstallation),
  /** name servers to ask instead of this computer's */
  dnsServers: z.array(dnsServer).default([]),
  /** servers that a connection check saw encrypting, in lower case: one that offers nothing later has somebody in front */
  serversWithStartTls: z.array(z.string()).default([]),
  alerts: alertSettings.default(defaultAlertSettings),
  delivery: deliveryWishes.optional(),
  journalDays: relayConfiguration.shape.journalDays,
})
export type Settings = z.infer<typeof settingsSchema>

/** The port programs find the relay on unless a person chooses another: what SMTP+'s help suggests when 25 is closed. */
export const defaultRelayPort = 2525

export function listenOn(port: number): Settings['listen'] {
  return [
    { address: '127.0.0.1', port },
    { address: '::1', port },
  ]
}

/** Does this address of `listen` let others than this computer call? */
export function isNetworkListen({ address }: Settings['listen'][number]): boolean {
  return address !== 'localhost' && address !== '::1' && !address.startsWith('127.')
}

/** A first launch: nobody's credentials, the practice mailbox open to every sender. */
export function firstSettings(language: Settings['preferences']['language']): Settings {
  return {
    version: 1,
    revision: 1,
    listen: listenOn(defaultRelayPort),
    users: [],
    logins: [],
    practice: {
      status: 'active',
      authorizedDomains: '',
      authorizedSenders: '',
      unauthorizedSenders: 'block',
    },
    preferences: { language, theme: 'system' },
    setUpDone: false,
    checklist: newChecklist(),
    trayExplained: false,
    installation: newInstallation(),
    dnsServers: [],
    serversWithStartTls: [],
    alerts: defaultAlertSettings,
  }
}

function newChecklist(): ChecklistMemory {
  return { skipped: [], checkedUsers: [], completeDomains: [] }
}

function newInstallation(): string {
  return randomBytes(16).toString('hex')
}
