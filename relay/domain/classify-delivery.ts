import type { DeliveryEvidence, DeliveryStage, DeliveryVerdict } from './delivery-outcome.ts'
import { replyRule } from './delivery-replies.ts'
import { assertNever } from './result.ts'

const serverTrouble: DeliveryVerdict = { outcome: 'deferred', alert: 'upstream-unreachable' }

/** What was seen, at which stage → what becomes of the message. Answers of the server: the table in delivery-replies. */
export function classifyDelivery(evidence: DeliveryEvidence): DeliveryVerdict {
  switch (evidence.kind) {
    case 'reply':
      return replyRule(evidence.stage, evidence.code, evidence.text).verdict
    case 'connection-lost':
      // After the last byte the server may have taken the message and only its answer was lost (RFC 5321 4.5.3.2.6).
      return evidence.stage === 'end-of-data' ? { outcome: 'uncertain' } : deferredAt(evidence.stage)
    case 'certificate':
      return { outcome: 'deferred', alert: 'certificate' }
    case 'unreachable':
    case 'starttls-missing':
    case 'auth-missing':
      return serverTrouble
    case 'unsendable':
      return { outcome: 'failed', reason: evidence.reason }
    default:
      return assertNever(evidence)
  }
}

function deferredAt(stage: DeliveryStage): DeliveryVerdict {
  const sessionIsUp = stage === 'mail-from' || stage === 'rcpt' || stage === 'data'
  return sessionIsUp ? { outcome: 'deferred', alert: null } : serverTrouble
}
