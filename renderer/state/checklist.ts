import { type ChecklistStep, checklistStep } from '../../electron/ipc/window-checklist.ts'
import type { Snapshot, UserView } from '../../electron/ipc/window-contract.ts'
import { mailDomainsOf } from '../../relay/domain/verified-entries.ts'

/** `broken`: it was all right, or skipped, and is wrong now. */
export type StepState = 'open' | 'done' | 'skipped' | 'broken'

/** `user`: whom it is about first; null: nobody yet. Only a connection breaks by itself. */
export type ChecklistRow =
  | {
      readonly step: ChecklistStep
      readonly state: Exclude<StepState, 'broken'>
      readonly user: string | null
    }
  | { readonly step: ConnectionStep; readonly state: 'broken'; readonly user: string }

type ConnectionStep = 'credentials' | 'port'

/** What checklists look at. */
export type ChecklistSource = Pick<Snapshot, 'app' | 'users' | 'logins' | 'alerts' | 'lastDeliveries'>

/**
 * Each step of the set-up, as it is now: every active user has to pass it, or the one that doesn't is named. What a
 * person skipped stays away unless an alert says that it is wrong.
 */
export function checklistOf(source: ChecklistSource): readonly ChecklistRow[] {
  const users = source.users.filter(({ practice, status }) => !practice && status === 'active')
  return checklistStep.options.map((step): ChecklistRow => {
    if (step === 'credentials' || step === 'port') {
      const broken = users.find((user) => isBroken(step, user, source))
      if (broken) return { step, state: 'broken', user: broken.id }
    }
    const open = users.find((user) => !isDone(step, user, source))
    const isOpen = users.length === 0 || open !== undefined
    const isSkipped = isOpen && source.app.checklist.skipped.includes(step)
    return { step, state: isSkipped ? 'skipped' : isOpen ? 'open' : 'done', user: open?.id ?? null }
  })
}

/** Whether there is still something to do. */
export function needsChecklist(rows: readonly ChecklistRow[]): boolean {
  return rows.some(({ state }) => state === 'open' || state === 'broken')
}

const alertsOf: Readonly<Record<ConnectionStep, readonly string[]>> = {
  credentials: ['credentials-refused', 'account-blocked'],
  port: ['upstream-unreachable', 'certificate'],
}

function isBroken(step: ConnectionStep, user: UserView, { alerts }: ChecklistSource): boolean {
  if (step === 'credentials' && user.password === 'missing') return true
  return alerts.some(
    (alert) => alert.user === user.id && alert.state !== 'settled' && alertsOf[step].includes(alert.kind),
  )
}

function isDone(step: ChecklistStep, user: UserView, source: ChecklistSource): boolean {
  const { checklist } = source.app
  const delivered = source.lastDeliveries.some((one) => one.user === user.id)
  switch (step) {
    case 'credentials':
    case 'port':
      return delivered || checklist.checkedUsers.includes(user.id)
    case 'senders':
      return user.entries.some(({ state }) => state === 'verified' || state === 'carried-over')
    case 'dns':
      return mailDomainsOf(user.entries).every((domain) => checklist.completeDomains.includes(domain))
    case 'program':
      return source.logins.some((login) => login.user === user.id && login.lastSeenAt !== null)
    case 'message':
      return delivered
  }
}
