import { authorize } from '../../relay/domain/authorize.ts'
import { readHeaderIdentities } from '../../relay/domain/header-identities.ts'
import { parseMailAddress } from '../../relay/domain/mail-address.ts'
import { parseDomainList, parseSenderList } from '../../relay/domain/sender-list.ts'
import { type SenderPolicy, senderRules } from '../../relay/domain/sender-policy.ts'
import { median, table } from './table.ts'

const decisions = 200_000
const headerRuns = 101

/** Decisions a second as the lists grow, and the time of one header check as the block grows: flat, and linear. */
export function benchRules(): string {
  const lists = [10, 2_000, 20_000].map((entries) => {
    const startedMs = performance.now()
    const policy = policyOf(entries)
    const readMs = performance.now() - startedMs
    return [entries.toString(), readMs.toFixed(1), Math.round(decisionsPerSecond(policy)).toString()]
  })
  const blocks = [1, 10, 50, 100].map((kilobytes) => {
    const block = headerBlock(kilobytes)
    return [(block.length / 1024).toFixed(0), headerCheckMs(block).toFixed(2)]
  })
  return [
    table([['entries in the lists', 'read in ms', 'decisions/s'], ...lists]),
    table([['header block, KB', 'check, median ms'], ...blocks]),
  ].join('\n\n')
}

function policyOf(entries: number): SenderPolicy {
  const half = Array.from({ length: entries / 2 }, (_, at) => at)
  const domains = parseDomainList(half.map((at) => `Firm${at}.example.com`).join(' ; '))
  const senders = parseSenderList(half.map((at) => `user${at}@partner${at}.example.com`).join(';'))
  if (!domains.ok || !senders.ok) throw new Error('the lists of the bench cannot be read')
  return {
    user: 'office',
    login: 'accounting',
    userActive: true,
    loginActive: true,
    unauthorizedSenders: 'block',
    rules: [senderRules(domains.value, senders.value)],
  }
}

/** Envelope sender, From and Sender: three look-ups each. */
function decisionsPerSecond(policy: SenderPolicy): number {
  const mailFrom = parseMailAddress('info@firm3.example.com')
  const header = readHeaderIdentities(
    new TextEncoder().encode('From: info@firm3.example.com\r\nSender: user3@partner3.example.com\r\n\r\n'),
  )
  if (!mailFrom.ok || !header.ok) throw new Error('the message of the bench is refused')
  const startedMs = performance.now()
  for (let count = 0; count < decisions; count += 1) {
    const { decision } = authorize(policy, { mailFrom: mailFrom.value, header: header.value })
    if (decision !== 'allow') throw new Error('the sender of the bench is refused')
  }
  return decisions / ((performance.now() - startedMs) / 1000)
}

function headerCheckMs(block: Uint8Array): number {
  const times = Array.from({ length: headerRuns }, () => {
    const startedMs = performance.now()
    if (!readHeaderIdentities(block).ok) throw new Error('the header of the bench is refused')
    return performance.now() - startedMs
  })
  return median(times)
}

/** Received and References fields, as a long conversation has them. */
function headerBlock(kilobytes: number): Uint8Array {
  const lines = ['From: "Good User" <info@firm3.example.com>', 'Subject: long']
  for (let length = 0, at = 0; length < kilobytes * 1024; at += 1) {
    const references = Array.from(
      { length: 4 },
      (_, of) => `<${at}.${of}.a-long-message-id@mail.example.com>`,
    )
    const added = [
      `Received: from mx${at}.example.com (mx${at}.example.com [192.0.2.${at % 250}])`,
      `\tby relay.example.net (Postfix) with ESMTPS id ABC${at}; Mon, 1 Jan 2024 00:00:00 +0000`,
      `References: ${references.join(' ')}`,
    ]
    lines.push(...added)
    length += added.join('\r\n').length + 2
  }
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`)
}
