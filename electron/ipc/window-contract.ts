import { z } from 'zod'
import { decision } from '../../relay/domain/decision.ts'
import { messageSummary } from '../../relay/domain/message-state.ts'
import { paceView } from '../../relay/domain/pace-view.ts'
import { listenAddress } from '../../relay/domain/relay-event.ts'
import { userProblemReasons } from '../../relay/domain/user-problems.ts'
import { defineContract } from '../../relay/ipc/contract.ts'
import { refusalSummary } from '../../relay/ipc/journal-requests.ts'
import { checkProgress } from '../../relay/ipc/probe-requests.ts'
import {
  journalCounts,
  messageDetail,
  practiceMessage,
  relayContract,
} from '../../relay/ipc/relay-contract.ts'
import { relayProblem } from '../../relay/ipc/relay-problem.ts'
import { oneTimePassword } from '../../relay/ipc/secret-text.ts'
import { lastDelivery } from '../../relay/ipc/user-requests.ts'
import { alertRequests, alertSettingsView, alertView } from './window-alerts.ts'
import { checklistMemory, checklistRequests } from './window-checklist.ts'
import { comparisonRequests } from './window-comparison.ts'
import { domainRecordsRequests, domainRecordsView } from './window-domain-records.ts'
import { rules } from './window-forms.ts'
import { handOverRequests } from './window-handover.ts'
import { historyRequests } from './window-history.ts'
import { windowJournalRequests } from './window-journal.ts'
import { loginRequests, loginView } from './window-logins.ts'
import { networkRequests } from './window-network.ts'
import { checkView, windowProbeRequests } from './window-probe.ts'
import { supportRequests } from './window-support.ts'
import { takeOverRequests } from './window-take-over.ts'
import { transferRequests } from './window-transfer.ts'
import { keychainState, userRequests, userView } from './window-users.ts'
import { verificationRequests } from './window-verification.ts'

export const language = z.enum(['en', 'it'])
export type Language = z.infer<typeof language>

export type UserView = z.infer<typeof userView>

/** `stopped-for-good`: it ended five times in five minutes; only a press of the button starts it again. */
export const relayStatus = z.enum(['starting', 'running', 'restarting', 'not-listening', 'stopped-for-good'])

export const relayView = z.strictObject({
  status: relayStatus,
  listen: z.array(listenAddress),
  problems: z.array(relayProblem),
  /** the revision of the settings file, and the one the relay works under */
  saved: z.int(),
  inForce: z.int(),
  restarts: z.int(),
})
export type RelayView = z.infer<typeof relayView>

export const preferences = z.strictObject({ language, theme: z.enum(['light', 'dark', 'system']) })

export const appView = z.strictObject({
  version: z.string(),
  platform: z.string(),
  preferences,
  /** false until the wizard was finished or skipped once */
  setUpDone: z.boolean(),
  /** the settings file could not be read and was kept under this name */
  settingsSetAside: z.string().nullable(),
  /** where settings, queue and practice mailbox are kept */
  dataDirectory: z.string(),
  keychain: keychainState,
  checklist: checklistMemory,
  domainRecords: z.array(domainRecordsView),
})
export type AppView = z.infer<typeof appView>

export const snapshot = z.strictObject({
  app: appView,
  relay: relayView,
  users: z.array(userView),
  logins: z.array(loginView),
  counts: journalCounts,
  paces: z.array(paceView),
  /** of each user that ever delivered */
  lastDeliveries: z.array(lastDelivery),
  messages: z.array(messageSummary),
  refusals: z.array(refusalSummary),
  alerts: z.array(alertView),
  alertSettings: alertSettingsView,
  /** connection checks, the latest last */
  checks: z.array(checkView),
  practice: z.strictObject({ listen: listenAddress.nullable(), messages: z.array(practiceMessage) }),
})
export type Snapshot = z.infer<typeof snapshot>

/** One change to the snapshot: a part replaced, or one row put in (by id) or taken out. */
export const delta = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('app'), value: appView }),
  z.strictObject({ part: z.literal('relay'), value: relayView }),
  z.strictObject({ part: z.literal('users'), value: z.array(userView) }),
  z.strictObject({ part: z.literal('logins'), value: z.array(loginView) }),
  z.strictObject({ part: z.literal('counts'), value: journalCounts }),
  z.strictObject({ part: z.literal('paces'), value: z.array(paceView) }),
  z.strictObject({ part: z.literal('last-delivery'), value: lastDelivery }),
  z.strictObject({ part: z.literal('message'), value: messageSummary }),
  z.strictObject({ part: z.literal('message-gone'), value: z.strictObject({ id: z.string() }) }),
  z.strictObject({ part: z.literal('refusal'), value: refusalSummary }),
  z.strictObject({ part: z.literal('alert'), value: alertView }),
  z.strictObject({ part: z.literal('alert-settings'), value: alertSettingsView }),
  z.strictObject({ part: z.literal('check-progress'), value: checkProgress }),
  z.strictObject({ part: z.literal('practice-message'), value: practiceMessage }),
  z.strictObject({ part: z.literal('practice-listen'), value: listenAddress.nullable() }),
])
export type Delta = z.infer<typeof delta>

/** Why a form can't be saved, beside what relay/domain/sender-list says of the two lists. */
export const formProblemReason = z.enum([
  ...userProblemReasons,
  'name-characters',
  'name-taken',
  'port-out-of-range',
  'user-unknown',
  'user-has-sign-ins',
  'user-has-messages',
  'mail-left-on-hold',
  'sign-in-unknown',
  'practice-is-fixed',
  'entry-unknown',
  'device-address-malformed',
  'own-address-unknown',
  'settings-not-saved',
])
export type FormProblemReason = z.infer<typeof formProblemReason>

/**
 * A field of a form that can't be saved as it is: where (the name of the input's property), and the code of its
 * sentence in renderer/words: a form problem's or a list problem's.
 */
export const fieldProblem = z.strictObject({
  field: z.string(),
  reason: z.string(),
  /** what was found, for the sentence; never a password */
  found: z.string().optional(),
})
export type FieldProblem = z.infer<typeof fieldProblem>

const saved = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), revision: z.int() }),
  z.strictObject({ ok: z.literal(false), problems: z.array(fieldProblem) }),
])

const loginShownOnce = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), name: z.string(), password: oneTimePassword }),
  z.strictObject({ ok: z.literal(false), problems: z.array(fieldProblem) }),
])

/** Everything the page may ask of main, and every change main tells the page. */
export const windowContract = defineContract({
  name: 'window',
  requests: {
    snapshot: { input: z.null(), output: snapshot },
    ...userRequests(saved),
    setRules: { input: rules.extend({ id: z.string() }), output: saved },
    ...verificationRequests(saved),
    ...domainRecordsRequests,
    ...loginRequests(saved, loginShownOnce),
    listMessages: relayContract.requests.listMessages,
    showMessage: { input: z.strictObject({ id: z.string() }), output: messageDetail.nullable() },
    queueAction: relayContract.requests.queueAction,
    ...windowJournalRequests,
    sendFirstMessage: relayContract.requests.sendFirstMessage,
    trySender: { input: relayContract.requests.trySender.input, output: decision },
    readPracticeMessage: relayContract.requests.practiceMessage,
    ...alertRequests(saved),
    ...networkRequests(saved),
    ...historyRequests(saved),
    ...handOverRequests,
    ...windowProbeRequests,
    watchPrograms: relayContract.requests.watchPrograms,
    ...comparisonRequests,
    ...transferRequests,
    ...supportRequests,
    ...takeOverRequests,

    setPreferences: { input: preferences, output: z.null() },
    finishSetUp: { input: z.null(), output: z.null() },
    ...checklistRequests,
    /** Listens on this port from now on; for when the old one is taken. */
    useRelayPort: { input: z.strictObject({ port: z.int() }), output: saved },
    startRelayAgain: { input: z.null(), output: z.null() },
    copyText: { input: z.strictObject({ text: z.string().max(100_000) }), output: z.null() },
    openLink: {
      input: z.strictObject({ link: z.enum(['smtp-plus-settings', 'smtp-plus-help']) }),
      output: z.null(),
    },
  },
  events: { changed: z.array(delta) },
})
export type WindowContract = typeof windowContract

/**
 * All the page has of main, as `window.companion`. `call` rejects when main refuses the call or its input; the page
 * parses what comes back with this contract.
 */
export type WindowBridge = {
  call(name: string, input: unknown): Promise<unknown>
  /** Returns the function that ends the subscription. */
  onChanged(listener: (deltas: unknown) => void): () => void
}
