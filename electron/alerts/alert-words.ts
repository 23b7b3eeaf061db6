import type { z } from 'zod'
import { alertKind } from '../../relay/domain/relay-event.ts'
import type { alertSummary } from '../../relay/ipc/relay-contract.ts'
import type { MainWords } from '../words.ts'

type Alert = z.infer<typeof alertSummary>

/**
 * The notification for an alert, or null when there is nothing new to say: repeats fold into the alert's count, and
 * what a person has seen or settled isn't said again.
 */
export function alertNotification(alert: Alert, words: MainWords): { title: string; body: string } | null {
  if (alert.state !== 'new' || alert.count !== 1) return null
  const kind = alertKind.safeParse(alert.kind)
  if (!kind.success) return null
  const whose = [alert.user, alert.about].filter((part) => part !== null && part !== '')
  return { title: words.alerts[kind.data], body: whose.join(' · ') }
}
