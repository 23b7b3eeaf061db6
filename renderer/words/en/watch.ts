/** A program being watched while somebody sets it up. */
export const watch = {
  open: 'Watch a program',
  title: 'Watch a program',
  body: 'Now press “Test” in the program, or let it send a message. Each step it takes shows here; passwords and the text of messages never do.',
  lines: 'What the program does',
  waiting: 'Waiting for a program…',
  over: 'Watching ended after 15 minutes. Close this and open it again to go on.',
  silent: 'The relay isn’t answering. This goes on by itself when it does.',
  device: 'device',
  form: 'Let the relay put its From right',
  byAddress: 'Let {{from}} send without a password',
  byAddressRisk:
    'It gets a sign-in of its own under the user {{user}}. The risk: whoever uses a device with the address {{from}} can send in that user’s name, and what it sends travels unencrypted on your network.',
  made: 'Done: {{from}} is now recognised as “{{login}}”. Let it send once more.',
  deeds: {
    connected: 'Connected from {{from}}.',
    turnedAway: 'Turned away: {{from}} may not connect. It was told: {{reply}}',
    greeted: 'Not encrypted; it says {{verb}} “{{name}}”.',
    greetedEncrypted: 'Encrypted with STARTTLS; it says {{verb}} “{{name}}”.',
    signedIn: 'Signed in as “{{login}}”.',
    sender: 'Sender: {{address}}.',
    recipient: 'Recipient: {{address}}.',
    refused: 'Refused. It was told: {{reply}}',
    accepted: 'Message accepted, safe on disk.',
    left: 'It left.',
  },
  programs: {
    'thunderbird-like': 'It looks like Thunderbird: it greets with an address in brackets.',
    'outlook-like': 'It looks like Outlook: it sent itself its test message.',
    'device-like': 'It looks like a printer or another device: it greets the old way, with HELO.',
  },
  needs: {
    works: 'It works: the relay took its message. Nothing more is needed.',
    'only-looked': 'It found the relay and left without a message, as a test does. Now let it send one.',
    'no-sign-in':
      'It never signs in. Turn authentication on in the program and type the sign-in. If it has no such setting, it can only be recognised by its address.',
    'no-starttls':
      'It wants to sign in from another computer without encryption. Choose STARTTLS in it. If it can’t encrypt, turn its authentication off and let it be recognised by its address.',
    'encrypted-at-once': 'It encrypts from the first byte (SSL/TLS). Choose STARTTLS in the program instead.',
    'sign-in-refused':
      'Its user name or password is wrong. Copy both from here again, or make a new password for its sign-in.',
    'turned-away':
      'The relay isn’t open to {{from}}. Give it a sign-in that is recognised by its address, or allow its network under Settings.',
    'message-refused': 'The message was refused, and the relay kept nothing of it.',
  },
}
