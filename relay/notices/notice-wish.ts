import type { FailureNotices } from '../config/configuration.ts'
import type { DsnNotify } from '../domain/dsn-request.ts'
import { assertNever } from '../domain/result.ts'

/** `failed`: given up · `delayed`: it has waited long, and is tried on · `relayed`: see OwedNotice. */
export type NoticeKind = 'failed' | 'delayed' | 'relayed'

/**
 * Whether a sender is to be told about one recipient. `notify`: what it asked for at RCPT (RFC 3461 4.1), null for
 * nothing. What it asked for goes before what its user set: NEVER means never, and a list without FAILURE no failures.
 * Only a sender that said nothing is told of failures because its user switched that on.
 */
export function wantsNotice(
  kind: NoticeKind,
  notify: readonly DsnNotify[] | null,
  failureNotices: FailureNotices,
): boolean {
  switch (kind) {
    case 'failed':
      return notify === null ? failureNotices === 'always' : notify.includes('FAILURE')
    case 'delayed':
      return notify?.includes('DELAY') ?? false
    case 'relayed':
      return notify?.includes('SUCCESS') ?? false
    default:
      return assertNever(kind)
  }
}
