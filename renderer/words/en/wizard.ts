export const wizard = {
  step: 'Step {{step}} of {{of}}',
  skip: 'Skip the set-up',
  choice: {
    title: 'Welcome. Let’s get your programs sending.',
    body: 'SMTP+ Companion gives your programs one place on this computer to send mail through. It checks who may send, keeps every message safe, and passes it on to SMTP+.',
    own: 'I have an SMTP+ user',
    ownHint: 'You need its user name and password from MailUp.',
    practice: 'Just try it',
    practiceHint: 'Nothing leaves this computer: messages end in a practice mailbox.',
  },
  credentials: {
    title: 'Your SMTP+ user',
    body: 'As it stands in MailUp, under Settings, List settings, SMTP+.',
    usernameHint: 'It looks like s12345_6.',
    passwordHint:
      'SMTP+ shows it once, when it is made or reset. Lost it? Reset it there and enter the new one here.',
    advanced: 'Server {{server}}, port {{port}}, {{encryption}}',
    nameHint: 'How this app calls the user, for example the department that uses it.',
    nameSuggestion: 'office',
  },
  senders: {
    title: 'Who may send?',
    body: 'Only mail from these domains and addresses goes out. Anything else is refused, and you are told.',
    suggestion: 'Use {{value}}',
    verified: 'They are verified in MailUp already',
    verifiedHint:
      'So it is when this SMTP+ user has sent mail before. Otherwise take the tick off: you verify them here afterwards, and they authorize nothing until then.',
    anyone: 'Let every sender through',
    anyoneHint: 'Not advised: any program with a sign-in could then send in anybody’s name.',
    practiceExample: 'yourcompany.example',
  },
  signIn: {
    title: 'A sign-in for your first program',
    body: 'Each program gets a name and password of its own for the relay. You can pause or replace one without touching the others.',
    suggestion: 'accounting',
    ready: 'Type these into your program',
  },
  message: {
    title: 'The first message',
    body: 'See it arrive: send one from here, or from your program.',
    fromHere: 'Send from here',
    fromProgram: 'From my program',
    verifyTitle: 'First, verify {{entry}}',
    verifyFirst:
      'Before something can be sent, {{entry}} has to be verified: so nobody else can write in its name.',
    later: 'Finish, and verify later',
    finish: 'Finish',
  },
}
