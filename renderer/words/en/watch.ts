/** A program being watched while somebody sets it up. */
export const watch = {
  open: 'Watch a program',
  title: 'Watch a program',
  body: 'Now press “Test” in the program, or let it send a message. Each step it takes shows here; passwords and the text of messages never do.',
  other: 'Another program is there: {{program}}',
  follow: 'Watch this one instead',
  names: {
    signedIn: 'The program with the sign-in “{{login}}”',
    greeting: 'A program at {{from}} that calls itself “{{name}}”',
    silent: 'A program at {{from}}',
  },
  alike:
    'Programs at {{from}} that never sign in and greet alike can’t be told apart: these may be the steps of more than one.',
  lines: 'What the program does',
  before: 'What it did before',
  waiting: 'Waiting for a program…',
  waitingForMore: 'Waiting for what it does next…',
  over: 'Watching ended after 15 minutes. Close this and open it again to go on.',
  silent: 'The relay isn’t answering. This goes on by itself when it does.',
  device: 'device',
  program: 'program',
  form: 'Let the relay put its From right',
  byAddress: 'Let {{from}} send without a password',
  lasting: 'For how long',
  lastings: { hour: 'For one hour, to try it', always: 'For good' },
  onlyAs: 'Only as {{sender}}',
  risks: {
    network:
      'It gets a sign-in of its own under the user {{user}}, without a password and without encryption. The risk: whoever uses a device with the address {{from}} can send in that user’s name, and who is on your network can read what it sends.',
    here: 'It gets a sign-in of its own under the user {{user}}, without a password. The risk: every program on this computer that doesn’t sign in can send in that user’s name.',
    always: 'Give the device a fixed address in your router, or {{from}} may be another device tomorrow.',
  },
  fit: {
    withPassword: 'It proves who it is with its own password.',
    byAddress: 'It has no password: it is recognised by its address alone.',
    encrypted: 'What it sends is encrypted on its way to the relay.',
    clear: 'What it sends is not encrypted on its way to the relay: who is on your network can read it.',
    clearHere: 'What it sends is not encrypted on its way to the relay, but doesn’t leave this computer.',
    wide: '“{{login}}” may send as every address that {{user}} may. Its program has used one.',
    onlyAs: 'Let it send as {{sender}} alone',
    onlyAsDone: '“{{login}}” may send as {{sender}} alone.',
  },
  made: 'Done: {{from}} is now recognised as “{{login}}”. Let it send once more.',
  deeds: {
    connected: 'Connected from {{from}}.',
    turnedAway: 'Turned away: {{from}} may not connect. It was told: {{reply}}',
    greeted: 'Not encrypted; it says {{verb}} “{{name}}”.',
    greetedEncrypted: 'Encrypted with STARTTLS; it says {{verb}} “{{name}}”.',
    recognised: 'Recognised by its address as “{{login}}”, without a password.',
    signedIn: 'Signed in as “{{login}}”.',
    sender: 'Sender: {{address}}.',
    recipient: 'Recipient: {{address}}.',
    refused: 'Refused. It was told: {{reply}}',
    accepted: 'Message accepted, safe on disk.',
    left: 'It left.',
  },
  programs: {
    'thunderbird-like': 'It looks like Thunderbird: by how it greets.',
    'outlook-like': 'It looks like Outlook: it sent itself its test message.',
    'apple-like': 'It looks like Apple’s Mail, on a Mac, an iPhone or an iPad.',
    'device-like': 'It looks like a printer or another device: it greets the old way, with HELO.',
  },
  needs: {
    works: 'It works: the relay took its message. Nothing more is needed.',
    'only-looked': 'It found the relay and left without a message, as a test does. Now let it send one.',
    'looked-in-clear':
      'It found the relay and left without encrypting. From another computer a sign-in is offered only with STARTTLS: choose that in it. If it can’t encrypt, turn its authentication off and let it be recognised by its address. If it was a test, let it send a message now.',
    'no-sign-in':
      'It never signs in. Turn authentication on in the program and type the sign-in. If it has no such setting, it can only be recognised by its address.',
    'no-starttls':
      'It wants to sign in from another computer without encryption. Choose STARTTLS in it. If it can’t encrypt, turn its authentication off and let it be recognised by its address.',
    'encrypted-at-once': 'It encrypts from the first byte (SSL/TLS). Choose STARTTLS in the program instead.',
    'sign-in-refused':
      'Its user name or password is wrong. Type both again, or make a new password for its sign-in.',
    'unknown-name':
      'There is no sign-in called “{{tried}}” here. Type one of these as the user name in the program: {{names}}.',
    'turned-away':
      'The relay isn’t open to {{from}}. Give it a sign-in that is recognised by its address, or allow its network under Settings.',
    'message-refused': 'The message was refused, and the relay kept nothing of it.',
  },
}
