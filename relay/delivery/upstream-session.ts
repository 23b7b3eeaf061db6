import type { Socket } from 'node:net'
import type { DeliveryEvidence } from '../domain/delivery-outcome.ts'
import { DamagedBody } from '../queue/damage.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import type { UpstreamAbilities } from './session-log.ts'
import { whatCannotBeSent } from './unsendable.ts'
import { createDialogue } from './upstream-dialogue.ts'
import { ask, type RecipientEvidence, transact } from './upstream-transaction.ts'

export type Upstream = {
  /** One transaction. What became of it, recipient by recipient; rejects with `DamagedBody` alone. */
  send(message: ClaimedMessage): Promise<readonly RecipientEvidence[]>
  /** Whether another message can go over it. */
  usable(): boolean
  /** Says QUIT when that is in order, and closes. */
  close(): void
}

/** Servers tire of a session (Exim of 1000 messages by default), some without a word. */
const messagesPerSession = 500

/** A session that is set up and signed in: one message after the other. */
export function createUpstreamSession(options: {
  readonly socket: Socket
  /** `host:port`, for sentences */
  readonly server: string
  readonly abilities: UpstreamAbilities
  readonly answerMs: number
  readonly cut: AbortSignal
}): Upstream {
  const { server, abilities } = options
  const dialogue = createDialogue(options.socket, options.answerMs, options.cut)
  let sent = 0
  let resetting: Promise<void> | null = null

  const reset = async (): Promise<void> => {
    const [reply] = await ask(dialogue, 'RSET\r\n', 1)
    if (reply === undefined || reply.code >= 300) dialogue.lose('it could not begin anew after a refusal')
    resetting = null
  }

  return {
    usable: () => dialogue.lost() === null && sent < messagesPerSession,
    close: dialogue.leave,
    async send(message) {
      const all = (evidence: DeliveryEvidence): readonly RecipientEvidence[] =>
        message.recipients.map((address) => ({ address, evidence }))
      if (resetting) await resetting
      try {
        const unsendable = whatCannotBeSent(message, abilities, server)
        if (unsendable) return all(unsendable)
        const { seen, openTransaction } = await transact({ dialogue, abilities, server }, message)
        // Nobody waits for it but the next message.
        if (openTransaction && dialogue.lost() === null) resetting = reset()
        sent += 1
        const closing = sent > 1 && dialogue.lost() !== null && seen.every(isClosingAtMail)
        return closing ? all(lostBeforeMail(seen[0]?.evidence.text ?? '')) : seen
      } catch (fault) {
        if (fault instanceof DamagedBody) throw fault
        const text = `The message could not be sent: ${String(fault)}.`
        dialogue.lose(text)
        return all({ kind: 'connection-lost', stage: 'mail-from', text })
      }
    },
  }

  /** As if it had closed while idle: a server that has had enough of a session means the session, not the message. */
  function lostBeforeMail(said: string): DeliveryEvidence {
    const text = `${server} closed the session before this message (it said: ${said}).`
    return { kind: 'connection-lost', stage: 'mail-from', text }
  }
}

function isClosingAtMail({ evidence }: RecipientEvidence): boolean {
  return evidence.kind === 'reply' && evidence.stage === 'mail-from' && evidence.code === 421
}
