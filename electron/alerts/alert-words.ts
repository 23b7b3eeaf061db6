import type { z } from 'zod'
import type { alertSummary } from '../../relay/ipc/relay-contract.ts'
import type { MainWords } from '../words.ts'

type Alert = z.infer<typeof alertSummary>

const mostLines = 5

/** One notification for everything the relay wants told at this moment; null when that is nothing. */
export function alertNotification(
  alerts: readonly Alert[],
  words: MainWords,
): { title: string; body: string } | null {
  const [first, ...others] = alerts
  if (!first) return null
  if (others.length > 0) {
    const lines = alerts.slice(0, mostLines).map((alert) => words.alerts[alert.kind] + times(alert))
    return { title: words.severalAlerts(alerts.length), body: [...new Set(lines)].join('\n') }
  }
  const whose = [first.user, first.about].filter((part) => part !== null && part !== '')
  return { title: words.alerts[first.kind] + times(first), body: whose.join(' · ') }
}

function times({ count }: Alert): string {
  return count > 1 ? ` (${count}×)` : ''
}
