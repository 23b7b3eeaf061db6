import type { Decision } from '../../../relay/domain/decision.ts'

const verdict = {
  allow: 'It would go out.',
  alert: 'It would go out, and you would be told.',
  block: 'It would be refused.',
} satisfies Record<Decision['decision'], string>

export const trySender = {
  title: 'Try a sender',
  body: 'See what the relay would decide, and why, before a program sends anything. Nothing is sent.',
  from: 'Envelope sender',
  fromHint: 'The address the program sends with. Most programs use the one in From.',
  message: 'Message',
  messageHint:
    'Optional. Paste the head of a message, or drop its file here: From, Sender and the like are looked at too.',
  choose: 'Choose a message file',
  dropHint: 'An .eml file, up to {{size}}. It is read on this computer and goes nowhere.',
  dropped: '{{name}}, {{size}}',
  takeOut: 'Take the file out',
  tooLarge:
    '{{name}} is {{size}}. The relay takes messages of up to {{limit}}: try one with smaller attachments.',
  unreadable: '{{name}} could not be read. Save the message again as an .eml file and try that.',
  run: 'Try it',
  needsSomething: 'Type the envelope sender, or give a message: its From is then used.',
  verdict,
  verdictOf: 'The decision',
  facts: {
    identity: 'Looked at',
    address: 'Address',
    matched: 'Entry that allows it',
    missed: 'Entry missed',
    field: 'Field',
    from: 'Envelope sender',
    header: 'From',
  },
  covers: '{{entry}}, which stands for that name alone',
  everyone: 'Both lists are empty: everyone may send',
  noEntry: 'None fits',
  form: {
    refused: '{{address}} may not send through “{{user}}”.',
    title: 'It looks like an online form',
    body: 'The form has put its visitor’s address into From. That address isn’t yours, so it can be neither verified nor authorized, for any visitor.',
    cure: 'Let the form write an authorized address into From and the visitor’s into Reply-To: answers still reach the visitor. If SMTP+ drops a Reply-To that differs from From, ask MailUp’s support to allow it.',
    rewrite: 'Let the relay do that for a sign-in',
  },
}
