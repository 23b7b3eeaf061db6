export const home = {
  title: 'Home',
  sent_zero: 'Nothing was sent today yet',
  sent_one: '{{count}} message sent today',
  sent_other: '{{count}} messages sent today',
  situations: {
    starting: 'The relay is starting.',
    restarting:
      'The relay stopped unexpectedly and is being started again. Mail it had accepted is safe on disk.',
    'stopped-for-good':
      'The relay stopped five times in five minutes, so it stays off. Mail it had accepted is safe on disk; programs can’t send until you start it again.',
    'relay-problem': '{{title}} {{body}}',
    'credentials-refused_one':
      '{{count}} message is waiting: SMTP+ refused the user name or password of “{{user}}”.',
    'credentials-refused_other':
      '{{count}} messages are waiting: SMTP+ refused the user name or password of “{{user}}”.',
    'account-blocked_one':
      '{{count}} message is waiting: SMTP+ has blocked “{{user}}”. See its settings at MailUp, then try again.',
    'account-blocked_other':
      '{{count}} messages are waiting: SMTP+ has blocked “{{user}}”. See its settings at MailUp, then try again.',
    'password-missing':
      'Mail of “{{user}}” can’t leave: its password is not here. What programs send waits safely.',
    'keychain-closed': 'Mail of “{{user}}” can’t leave, and waits: {{keychain}}',
    uncertain_one:
      'The connection was lost while {{count}} message was handed over: it may have arrived. Decide whether to send it again.',
    uncertain_other:
      'The connection was lost while {{count}} messages were handed over: they may have arrived. Decide whether to send them again.',
    'held-by-rules_one':
      '{{count}} message is on hold: the rules have changed, and its sender may not send any more.',
    'held-by-rules_other':
      '{{count}} messages are on hold: the rules have changed, and their senders may not send any more.',
    held_one: '{{count}} message is on hold until you release or delete it.',
    held_other: '{{count}} messages are on hold until you release or delete them.',
    failed_one: '{{count}} message could not be delivered today. The server’s answer says why.',
    failed_other: '{{count}} messages could not be delivered today. The servers’ answers say why.',
    'sender-refused': '{{address}} may not send through “{{user}}”. Nothing was sent for it.',
    'sender-reported':
      '{{address}} is not authorized for “{{user}}”. Its mail was sent all the same, as you chose.',
    'new-alert': '{{title}}. {{message}}',
    'new-alerts_one': '{{title}}, and {{count}} more alert.',
    'new-alerts_other': '{{title}}, and {{count}} more alerts.',
    'no-sign-in': 'Your relay is running, and no program can use it yet.',
    'first-message': 'Your relay is running and waits for the first message.',
    practice: 'Your relay is running in practice: {{sent}}, and all of it stays on this computer.',
    waiting_one: 'Your relay is running. {{sent}}, {{count}} message is waiting for its next try.',
    waiting_other: 'Your relay is running. {{sent}}, {{count}} messages are waiting for their next try.',
    paced_one:
      'Your relay is running. {{sent}}, {{count}} message is waiting for its turn. Done at about {{time}}.',
    paced_other:
      'Your relay is running. {{sent}}, {{count}} messages are waiting for their turn. Done at about {{time}}.',
    fine: 'Your relay is running. {{sent}}, nothing is waiting.',
  },
  practiceSent_zero: 'nothing was sent today yet',
  practiceSent_one: '{{count}} message today',
  practiceSent_other: '{{count}} messages today',
  actions: {
    'start-relay': 'Start the relay again',
    'use-port': 'Use port {{port}}',
    'try-again': 'Try again',
    'enter-password': 'Enter the password',
    'new-password': 'Enter the new password',
    'open-service': 'Open the SMTP+ settings',
    'unlock-again': 'I unlocked it: try again',
    'see-messages': 'Look at them',
    'see-alerts': 'See what to do',
    'check-connection': 'Check the connection',
    'set-up-program': 'Set up a program',
    'send-first': 'Send a first message',
    'open-practice': 'Open the practice mailbox',
    'see-activity': 'See the activity',
    'open-settings': 'Open Settings',
  },
  address: 'Address of the relay',
  addressHint:
    'Programs on this computer send to this server and port, with STARTTLS and a sign-in of yours.',
  notListening: 'Not reachable right now',
  today: 'Today',
  counts: {
    sent: 'Sent',
    waiting: 'Waiting',
    refused: 'Refused',
    failed: 'Failed',
    held: 'On hold',
    uncertain: 'Uncertain',
  },
  recent: 'What happened last',
  nothingYet: 'Nothing has happened yet. The first message shows up here.',
  ownUser: 'You are practising. When you have an SMTP+ user, add it and your mail really leaves.',
  addUser: 'Add my SMTP+ user',
  notices: {
    settingsSetAside:
      'The settings file could not be read. It was kept as {{path}} and the app started with empty settings: enter your SMTP+ user again, or put a good copy back and restart.',
    databaseSetAside:
      'The queue on disk could not be read. It was kept as {{path}}; messages in it have not been sent. Keep that file and ask for help before you delete it.',
    copyPath: 'Copy the path',
    seeDevices: 'See which devices',
    openOn: 'The relay also answers other computers at {{address}}.',
  },
}
