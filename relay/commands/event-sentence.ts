import type { RelayEvent } from '../domain/relay-event.ts'
import { assertNever } from '../domain/result.ts'

/** One line for a person who watches `serve` without `--json`: when, and what happened. */
export function eventSentence(event: RelayEvent): string {
  return `${event.at} ${words(event)}`
}

function words(event: RelayEvent): string {
  switch (event.event) {
    case 'ready':
      return `Ready (process ${event.pid}): programs can send to ${event.listen.map(({ address, port }) => `${address} port ${port}`).join(' and ')}.`
    case 'queued':
      return `${event.id}: accepted from login ${event.login}, ${event.mailFrom || 'no sender'} to ${event.recipients.join(', ')}, ${event.bytes} bytes.`
    case 'delivered':
      return `${event.id}: sent to ${event.recipients.join(', ')}. The server answered: ${event.reply}`
    case 'deferred':
      return `${event.id}: not sent yet to ${event.recipients.join(', ')}, next try ${event.nextAttemptAt}. ${event.reply}`
    case 'failed':
      return `${event.id}: given up for ${event.recipients.join(', ')} (${event.reason}). The server answered: ${event.reply}`
    case 'uncertain':
      return `${event.id}: the connection was lost after the message was handed over, for ${event.recipients.join(', ')}: it may have arrived.`
    case 'refused':
      return `Refused (${event.reason})${event.login === null ? '' : ` for login ${event.login}`}${event.address === undefined ? '' : `: ${event.address}`}.`
    case 'alert':
      return `Alert (${event.kind}): ${event.about}${event.count > 1 ? `, ${event.count} times` : ''}.`
    case 'reloaded':
      return `The configuration was read again and is in force (revision ${event.revision}).`
    case 'reload-refused':
      return `The configuration was not changed: ${event.path}: expected ${event.expected}; found ${event.found}.`
    case 'stopping':
      return `Stopping (${event.reason}).`
    default:
      return assertNever(event)
  }
}
