export const shell = {
  appName: 'SMTP+ Companion',
  navigation: 'Main navigation',
  skip: 'Skip to the content',
  places: {
    home: 'Home',
    users: 'Users',
    senders: 'Senders',
    'set-up': 'Set up a program',
    activity: 'Activity',
    alerts: 'Alerts',
    practice: 'Practice mailbox',
    settings: 'Settings',
  },
  newAlerts_one: '{{count}} new alert',
  newAlerts_other: '{{count}} new alerts',
  relay: {
    starting: 'Relay starting',
    running: 'Relay running',
    restarting: 'Relay restarting',
    'not-listening': 'Relay not reachable',
    'stopped-for-good': 'Relay stopped',
  },
  opening: 'Opening…',
  unreachable: {
    title: 'This window can’t reach the rest of the app.',
    body: 'Mail that was accepted is safe on disk and goes on being sent. Try again; if that does not help, quit the app and open it again.',
  },
  callFailed:
    'That did not work: the app gave no answer. If something was to change, look whether it did before you press again.',
  screenFailed: {
    title: 'This screen could not be drawn.',
    body: 'Your mail is not affected: the relay works on its own. Go to Home, or close this window and open it again.',
    action: 'Go to Home',
  },
}
