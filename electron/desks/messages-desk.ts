import type { Desk, Office } from './office.ts'

/** What only the relay knows: handed on, parsed again on both sides. */
export function messagesDesk(
  office: Office,
): Desk<
  'listMessages' | 'showMessage' | 'queueAction' | 'sendFirstMessage' | 'trySender' | 'readPracticeMessage'
> {
  const { relay } = office
  return {
    listMessages: (input) => relay.call('listMessages', input),
    showMessage: (input) => relay.call('showMessage', input),
    queueAction: (input) => relay.call('queueAction', input),
    sendFirstMessage: (input) => relay.call('sendFirstMessage', input),
    trySender: (input) => relay.call('trySender', input),
    readPracticeMessage: (input) => relay.call('practiceMessage', input),
  }
}
