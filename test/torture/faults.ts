import type { TortureReport } from './torture.ts'

/** What must not be in a report, each with its first few cases; empty when all promises were kept. */
export function faultsOf(report: TortureReport): readonly string[] {
  const few = (what: string, cases: readonly string[]): readonly string[] =>
    cases.length === 0 ? [] : [`${what}: ${cases.length} (${cases.slice(0, 5).join(', ')})`]
  return [
    // Silence would prove nothing.
    ...(report.acknowledged === 0 ? ['no message was acknowledged at all'] : []),
    ...few('lost', report.lost),
    ...few('refused, and the sender not told as it asked', report.unnoticed),
    ...few('bytes not equal', report.mangled),
    ...few('sent again for no reason', report.twiceForNothing),
    ...few('said to be delivered, never taken', report.toldWrongly),
    ...few('unexpected answers', report.surprises),
    ...(report.queued > 0 ? [`still queued in fair weather: ${report.queued}`] : []),
    ...(report.storage === 'ok' ? [] : [`the database: ${report.storage}`]),
  ]
}
