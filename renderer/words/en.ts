import { activity } from './en/activity.ts'
import { alertCauses } from './en/alert-causes.ts'
import { alerts } from './en/alerts.ts'
import { checklist } from './en/checklist.ts'
import { common } from './en/common.ts'
import { domainRecords } from './en/domain-records.ts'
import { expectations } from './en/expectations.ts'
import { firstMessage } from './en/first-message.ts'
import { handOver } from './en/hand-over.ts'
import { addressProblem, headerProblem } from './en/header-problems.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { practice } from './en/practice.ts'
import { probe } from './en/probe.ts'
import { reasons } from './en/reasons.ts'
import { replies } from './en/replies.ts'
import { senders } from './en/senders.ts'
import { setUp } from './en/set-up.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { signIns } from './en/sign-ins.ts'
import { support } from './en/support.ts'
import { takeOver } from './en/take-over.ts'
import { transfer } from './en/transfer.ts'
import { trySender } from './en/try-sender.ts'
import { users } from './en/users.ts'
import { verification } from './en/verification.ts'
import { wizard } from './en/wizard.ts'

export const en = {
  common,
  shell,
  home,
  checklist,
  wizard,
  expectations,
  firstMessage,
  reasons,
  replies,
  headerProblem,
  addressProblem,
  users,
  senders,
  verification,
  domainRecords,
  trySender,
  setUp,
  signIns,
  activity,
  alerts,
  alertCauses,
  practice,
  probe,
  settings,
  transfer,
  support,
  handOver,
  takeOver,
  history,
}

/** Every sentence of the app, by key: what each language must have. */
export type Words = typeof en
