import type { z } from 'zod'
import type { windowContract } from '../../../electron/ipc/window-contract.ts'

type Answer = z.output<typeof windowContract.requests.sendFirstMessage.output>
type Refused = Extract<Answer, { ok: false }>

export const firstMessage = {
  send: 'Send the message',
  fromHint: 'An address that may send through this user.',
  toHint: 'Your own address, to see it arrive.',
  watching: 'Now send a message from “{{login}}”. Each step shows here as it happens.',
  refusals: {
    'not-authorized':
      'Not sent: that sender may not send through this user. Use another, or authorize it under Senders.',
    'recipient-malformed': 'Not sent: “To” is not one address. Write it like anna@yourcompany.com.',
    'no-such-user': 'Not sent: this SMTP+ user is gone. Choose another.',
    storage: 'Not sent: the message could not be kept on disk. Free some disk space, then send again.',
  } satisfies Record<Refused['reason'], string>,
  progress: 'Progress',
  lines: {
    listening: 'The relay listens on {{address}}.',
    waitingForProgram: 'Waiting for “{{login}}” to connect…',
    signedIn: 'Connected and signed in as “{{login}}”.',
    accepted: 'Sender {{address}} accepted. The message is safe on disk.',
    sending: 'Handing it over…',
    sent: 'Sent. SMTP+ answered: {{reply}}',
    sentPractice: 'Sent. The practice server answered: {{reply}}',
    waiting: 'Not sent yet: {{reply}} It is tried again at {{time}}.',
    waitingSoon: 'Not sent yet: {{reply}} It is tried again by itself.',
    held: 'Waiting: {{why}}',
    failed: 'Not delivered. The server answered: {{reply}} Put right what it names, then send again.',
    uncertain:
      'The connection was lost while it was handed over: it may have arrived. Look in the mailbox before you send again.',
    down: 'The relay is not reachable right now. Home says why and what to do.',
  },
}
