import type { Words } from './en.ts'
import { activity } from './it/activity.ts'
import { alertCauses } from './it/alert-causes.ts'
import { alerts } from './it/alerts.ts'
import { checklist } from './it/checklist.ts'
import { common } from './it/common.ts'
import { domainRecords } from './it/domain-records.ts'
import { expectations } from './it/expectations.ts'
import { firstMessage } from './it/first-message.ts'
import { handOver } from './it/hand-over.ts'
import { addressProblem, headerProblem } from './it/header-problems.ts'
import { history } from './it/history.ts'
import { home } from './it/home.ts'
import { practice } from './it/practice.ts'
import { probe } from './it/probe.ts'
import { reasons } from './it/reasons.ts'
import { replies } from './it/replies.ts'
import { senders } from './it/senders.ts'
import { setUp } from './it/set-up.ts'
import { settings } from './it/settings.ts'
import { shell } from './it/shell.ts'
import { signIns } from './it/sign-ins.ts'
import { support } from './it/support.ts'
import { takeOver } from './it/take-over.ts'
import { transfer } from './it/transfer.ts'
import { trySender } from './it/try-sender.ts'
import { users } from './it/users.ts'
import { verification } from './it/verification.ts'
import { wizard } from './it/wizard.ts'

export const it: Words = {
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
