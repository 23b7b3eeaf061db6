import type { Decision } from '../../relay/domain/decision.ts'
import type { HeaderProblem, HeaderProblemReason } from '../../relay/domain/header-problem.ts'
import type { AddressProblemReason } from '../../relay/domain/mail-address.ts'
import { en } from './en.ts'
import { userWords, type Words } from './sentences.ts'

/** What is wrong with a message's head, with the field named, and its cure. */
export function headerProblemWords(t: Words, { reason, field }: HeaderProblem): string {
  return t(`headerProblem.${reason}`, { field: field || t('common.aField') })
}

/** Why a message may go or not, as a sentence. */
export function decisionWords(
  t: Words,
  decision: Pick<Decision, 'reason' | 'address' | 'fault'>,
  user: string,
): string {
  return t(`reasons.decision.${decision.reason}`, {
    user: userWords(t, user),
    address: decision.address ?? t('common.anAddress'),
    fault: faultWords(t, decision.fault),
  })
}

function faultWords(t: Words, fault: string | null): string {
  if (fault === null) return ''
  if (isHeaderFault(fault)) return headerProblemWords(t, { reason: fault, field: '' })
  return isAddressFault(fault) ? t(`addressProblem.${fault}`) : fault
}

function isHeaderFault(fault: string): fault is HeaderProblemReason {
  return Object.hasOwn(en.headerProblem, fault) && !isAddressFault(fault)
}

function isAddressFault(fault: string): fault is AddressProblemReason {
  return Object.hasOwn(en.addressProblem, fault)
}
