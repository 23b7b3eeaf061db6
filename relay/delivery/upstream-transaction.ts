import type { DeliveryEvidence, DeliveryStage } from '../domain/delivery-outcome.ts'
import { DamagedBody } from '../queue/damage.ts'
import type { ClaimedMessage } from '../queue/queue-contract.ts'
import type { UpstreamAbilities } from './session-log.ts'
import { needsSmtpUtf8 } from './unsendable.ts'
import { createDotStuffer, endOfMessage } from './upstream-body.ts'
import { mailCommand, recipientCommand } from './upstream-commands.ts'
import type { Dialogue } from './upstream-dialogue.ts'
import type { Reply } from './upstream-replies.ts'

export type RecipientEvidence = {
  readonly address: string
  readonly evidence: DeliveryEvidence
  /** the server took over what the sender asked to be told (RFC 3461 5.2.2): telling it is its affair now */
  readonly dsnPassedOn?: true
}

/** How a transaction ended, and whether the session must be reset before the next (RFC 5321 4.1.1.5). */
export type Transacted = { readonly seen: readonly RecipientEvidence[]; readonly openTransaction: boolean }

type Session = {
  readonly dialogue: Dialogue
  readonly abilities: UpstreamAbilities
  /** `host:port`, for sentences */
  readonly server: string
}

/**
 * One message: MAIL, RCPT and DATA in one write where the server offers PIPELINING (RFC 2920), else one by one; then
 * its bytes. Every recipient gets the evidence of its own answer; one that was taken gets that of what came after.
 * Rejects with `DamagedBody` alone, before the message was ended.
 */
export async function transact(session: Session, message: ClaimedMessage): Promise<Transacted> {
  const { dialogue, abilities, server } = session
  const { recipients } = message
  const utf8 = abilities.smtpUtf8 && needsSmtpUtf8(message)
  const dsn = abilities.dsn ? message.dsn : null
  const commands = [
    mailCommand(message, abilities, utf8),
    ...recipients.map((address, index) => recipientCommand(address, dsn?.recipients[index] ?? null, utf8)),
    'DATA\r\n',
  ]
  const answers = await exchange(session, commands)
  const verdict = readAnswers(answers, recipients.length)

  /** Everyone who has no refusal of their own gets `evidence`. */
  const settle = (evidence: DeliveryEvidence, openTransaction: boolean): Transacted => ({
    seen: recipients.map((address, index) => {
      const own = verdict.mail === null ? answers[index + 1] : undefined
      if (own !== undefined && isRefusal(own) && own.code !== 421) {
        return { address, evidence: replyEvidence('rcpt', own) }
      }
      const delivered = evidence.kind === 'reply' && evidence.stage === 'end-of-data' && evidence.code < 300
      return delivered && dsn ? { address, evidence, dsnPassedOn: true } : { address, evidence }
    }),
    openTransaction,
  })
  const lost = (stage: DeliveryStage): Transacted => settle(lostEvidence(session, stage), false)

  if (verdict.kind === 'nonsense') {
    dialogue.lose(`its answer to ${verdict.command} made no sense: ${verdict.reply.text}`)
    return lost(verdict.stage)
  }
  if (verdict.kind === 'refused') {
    // It took DATA although nobody is there to get it: an empty message ends that (RFC 2920 3.1). After a refused
    // sender there is no transaction to end: such a server is not to be trusted with more.
    if (verdict.tookData && verdict.mail !== null) dialogue.lose('it took DATA after refusing the sender')
    else if (verdict.tookData) await ask(dialogue, '.\r\n', 1)
    return settle(replyEvidence(verdict.stage, verdict.reply), !verdict.tookData && verdict.mail === null)
  }
  if (verdict.kind === 'unfinished') return lost(verdict.stage)

  const handedOver = await handOver(dialogue, message)
  const early = dialogue.uncalled()
  // A refusal before the end of the message: it has not been taken, whatever else went wrong.
  if (!handedOver.whole && early !== null && early.code >= 400)
    return settle(replyEvidence('data', early), false)
  if (!handedOver.whole) return lost('data')
  const { reply } = handedOver
  if (reply === undefined) return lost(dialogue.allSent() ? 'end-of-data' : 'data')
  if (reply.code >= 300 && reply.code < 400) {
    dialogue.lose(`its answer to the message made no sense: ${reply.text}`)
    return lost('end-of-data')
  }
  return settle(replyEvidence('end-of-data', reply), false)

  function lostEvidence(of: Session, stage: DeliveryStage): DeliveryEvidence {
    const why = of.dialogue.lost() ?? 'it fell silent'
    const text =
      stage === 'end-of-data'
        ? `The connection to ${server} was lost after the message was handed over (${why}): it may have arrived.`
        : `The connection to ${server} was lost (${why}).`
    return { kind: 'connection-lost', stage, text }
  }
}

type Verdict =
  | { readonly kind: 'go'; readonly mail: null }
  | { readonly kind: 'unfinished'; readonly stage: DeliveryStage; readonly mail: null }
  | {
      readonly kind: 'nonsense'
      readonly stage: DeliveryStage
      readonly command: string
      readonly reply: Reply
      readonly mail: null
    }
  | {
      readonly kind: 'refused'
      readonly stage: DeliveryStage
      readonly reply: Reply
      /** the refusal of the sender, which leaves all the answers after it without meaning */
      readonly mail: Reply | null
      readonly tookData: boolean
    }

/** What the answers to MAIL, to each RCPT and to DATA come to; there may be fewer of them. */
function readAnswers(answers: readonly Reply[], recipients: number): Verdict {
  const [mail] = answers
  const data = answers[recipients + 1]
  const tookData = data !== undefined && data.code < 400
  if (mail === undefined) return { kind: 'unfinished', stage: 'mail-from', mail: null }
  if (mail.code >= 400) return { kind: 'refused', stage: 'mail-from', reply: mail, mail, tookData }
  const told = answers.slice(0, recipients + 1)
  const senseless = told.findIndex(({ code }) => code >= 300 && code < 400)
  if (senseless >= 0) {
    const [stage, command] =
      senseless === 0 ? (['mail-from', 'MAIL FROM'] as const) : (['rcpt', 'RCPT TO'] as const)
    const reply = told[senseless] ?? mail
    return { kind: 'nonsense', stage, command, reply, mail: null }
  }
  const closing = told.find(({ code }) => code === 421)
  if (closing) return { kind: 'refused', stage: 'rcpt', reply: closing, mail: null, tookData: false }
  if (told.length < recipients + 1) return { kind: 'unfinished', stage: 'rcpt', mail: null }
  const refusal = told.findLast(isRefusal)
  const accepted = told.slice(1).some(({ code }) => code < 300)
  if (!accepted && refusal) return { kind: 'refused', stage: 'rcpt', reply: refusal, mail: null, tookData }
  if (data === undefined) return { kind: 'unfinished', stage: 'data', mail: null }
  if (data.code >= 400) return { kind: 'refused', stage: 'data', reply: data, mail: null, tookData: false }
  // With 250 it need not be waiting for a message: the message's lines could be taken for commands.
  if (data.code < 300) return { kind: 'nonsense', stage: 'data', command: 'DATA', reply: data, mail: null }
  return { kind: 'go', mail: null }
}

/** The answers to the envelope, as far as they came; one by one it stops where going on makes no sense. */
async function exchange(session: Session, commands: readonly string[]): Promise<readonly Reply[]> {
  const { dialogue, abilities } = session
  if (abilities.pipelining) return ask(dialogue, commands.join(''), commands.length)
  const answers: Reply[] = []
  for (const command of commands) {
    const accepted = answers.slice(1).some(({ code }) => code < 300)
    if (command === 'DATA\r\n' && !accepted) break
    const [reply] = await ask(dialogue, command, 1)
    if (reply === undefined) break
    answers.push(reply)
    if (answers.length === 1 && reply.code >= 300) break
  }
  return answers
}

/** Sends commands; the answers are waited for before the first byte leaves, so that none can be early. */
export function ask(dialogue: Dialogue, text: string, count: number): Promise<readonly Reply[]> {
  const answered = dialogue.replies(count)
  void dialogue.write(text)
  return answered
}

/** `whole`: the last byte was given to the connection; from then on the message may have arrived. */
async function handOver(
  dialogue: Dialogue,
  message: ClaimedMessage,
): Promise<{ readonly whole: boolean; readonly reply?: Reply | undefined }> {
  const stuffer = createDotStuffer()
  try {
    let held: Buffer | null = null
    for (const chunk of message.body()) {
      if (held) await dialogue.write(held)
      if (dialogue.lost() !== null) return { whole: false }
      held = stuffer.push(chunk)
    }
    stuffer.end()
    const answered = dialogue.replies(1)
    void (held ? dialogue.write(held, endOfMessage) : dialogue.write(endOfMessage))
    const [reply] = await answered
    return { whole: true, reply }
  } catch (fault) {
    // Unreadable, or not what it was when it was judged: the message must not be ended, so the line is cut.
    dialogue.lose(`the message could not be read from the queue: ${String(fault)}`)
    if (fault instanceof DamagedBody) throw fault
    return { whole: false }
  }
}

function isRefusal(reply: Reply): boolean {
  return reply.code >= 400
}

function replyEvidence(stage: DeliveryStage, { code, text }: Reply): DeliveryEvidence {
  return { kind: 'reply', stage, code, text }
}
