import { userConfiguration } from '../../relay/config/configuration.ts'
import { buildPolicyBook, type PolicyBook } from '../../relay/config/policy-book.ts'
import { ignoredFormOf } from '../../relay/domain/alert-cause.ts'
import type { AlertMail, AlertSettings } from '../../relay/domain/alert-settings.ts'
import { authorize } from '../../relay/domain/authorize.ts'
import { parseMailAddress } from '../../relay/domain/mail-address.ts'
import { practiceUserId } from '../../relay/domain/practice-user.ts'
import type { AlertProblemReason } from '../ipc/window-alerts.ts'
import type { FieldProblem } from '../ipc/window-contract.ts'
import { relayConfigurationOf, unverifiedOf } from '../settings/relay-configuration.ts'
import type { Settings } from '../settings/settings-schema.ts'
import { type Desk, type Office, refuse, type Saved, save } from './office.ts'
import { sendersDesk } from './senders-desk.ts'

type AlertCall =
  | 'setAlertState'
  | 'ignoreAlert'
  | 'heedAgain'
  | 'authorizeAddress'
  | 'authorizeDomain'
  | 'setAlertFrequency'
  | 'setAlertMail'
  | 'setFormSender'

/** Everything a person does about alerts: look, settle, ignore, cure; and how they are told. */
export function alertsDesk(office: Office): Desk<AlertCall> {
  const settings = () => office.settings.current()
  const change = (edit: (alerts: AlertSettings) => AlertSettings): Saved =>
    save(office, (before) => ({ ...before, alerts: edit(before.alerts) }))
  /** One more entry for one of a user's lists; everything about it is judged where whole lists are saved. */
  const addEntry = (
    user: string,
    list: 'authorizedDomains' | 'authorizedSenders',
    entry: string,
    alreadyVerified: boolean,
  ): Saved | Promise<Saved> => {
    const rules = rulesOf(settings(), user)
    if (!rules) return refuse(problem('user', 'user-unknown', user))
    const { authorizedDomains, authorizedSenders, unauthorizedSenders } = rules
    const lists = { authorizedDomains, authorizedSenders, [list]: join(rules[list], entry) }
    return sendersDesk(office).setRules({ id: user, ...lists, unauthorizedSenders, alreadyVerified })
  }

  return {
    async setAlertState({ id, state }) {
      if (office.alerts.setOwnAlert(id, state)) return null
      return office.relay.call('setAlertState', { id, state })
    },
    async ignoreAlert({ id }) {
      const alert = office.alerts.alert(id)
      if (!alert) return refuse(problem('id', 'alert-unknown', id))
      if (alert.actions.every(({ action }) => action !== 'ignore')) {
        return refuse(problem('id', 'cannot-be-ignored', alert.kind))
      }
      const saved = change((alerts) => ({ ...alerts, ignored: [...alerts.ignored, ignoredFormOf(alert)] }))
      if (saved.ok) await office.relay.call('setAlertState', { id, state: 'settled' })
      return saved
    },
    heedAgain: ({ kind, about }) =>
      change((alerts) => ({
        ...alerts,
        ignored: alerts.ignored.filter((one) => one.kind !== kind || one.about !== about),
      })),
    authorizeAddress: ({ user, address, alreadyVerified }) =>
      addEntry(user, 'authorizedSenders', address, alreadyVerified),
    authorizeDomain: ({ user, domain, alreadyVerified }) =>
      addEntry(user, 'authorizedDomains', domain, alreadyVerified),
    setAlertFrequency: ({ kind, channel, frequency }) =>
      change((alerts) => ({
        ...alerts,
        frequency: { ...alerts.frequency, [kind]: { ...alerts.frequency[kind], [channel]: frequency } },
      })),
    setAlertMail({ mail }) {
      const tidy = mail && { user: mail.user, from: mail.from.trim(), to: mail.to.trim() }
      const problems = tidy ? mailProblems(settings(), tidy) : []
      return problems.length > 0 ? refuse(...problems) : change((alerts) => ({ ...alerts, mail: tidy }))
    },
    setFormSender({ name, rewrite }) {
      if (settings().logins.every((login) => login.name !== name)) {
        return refuse(problem('name', 'sign-in-unknown', name))
      }
      return save(office, (before) => ({
        ...before,
        logins: before.logins.map((login) =>
          login.name === name ? { ...login, rewritesFormSender: rewrite } : login,
        ),
      }))
    },
  }
}

function problem(field: string, reason: AlertProblemReason, found: string): FieldProblem {
  return { field, reason, found }
}

/** What is wrong with where alerts shall be mailed; the relay looks at all of it again before each mail. */
function mailProblems(settings: Settings, { user, from, to }: AlertMail): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  const sender = parseMailAddress(from)
  const rules = rulesOf(settings, user)
  if (!rules) problems.push(problem('user', 'user-unknown', user))
  else if (rules.status !== 'active') problems.push(problem('user', 'user-inactive', user))
  else if (sender.ok) {
    const policy = policiesOf(settings).policyOfUser(user)
    const header = { from: sender.value, sender: null, resentFrom: [], resentSender: [] }
    const judged = policy && authorize(policy, { mailFrom: sender.value, header })
    if (judged?.decision !== 'allow') problems.push(problem('from', 'from-not-authorized', from))
  }
  if (!sender.ok) problems.push(problem('from', 'address-malformed', from))
  if (!parseMailAddress(to).ok) problems.push(problem('to', 'address-malformed', to))
  return problems
}

function rulesOf(settings: Settings, user: string): Settings['practice'] | undefined {
  return user === practiceUserId ? settings.practice : settings.users.find(({ id }) => id === user)
}

function policiesOf(settings: Settings): PolicyBook {
  const { practice } = settings
  const connection = { id: practiceUserId, server: 'localhost', port: 25, encryption: 'starttls' }
  const practiceUser = userConfiguration.parse({ ...connection, ...practice })
  return buildPolicyBook(relayConfigurationOf(settings, false), practiceUser, unverifiedOf(settings))
}

function join(list: string, entry: string): string {
  return list.trim() === '' ? entry : `${list};${entry}`
}
