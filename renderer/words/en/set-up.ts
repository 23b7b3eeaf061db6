import { guideScreen } from './guide-screen.ts'
import { watch } from './watch.ts'

export const setUp = {
  title: 'Set up a program',
  body: 'Each program signs in to the relay with a name and password of its own, and sends under the rules of one SMTP+ user.',
  add: 'Add a sign-in',
  empty: 'No sign-in yet. Add one for the first program that is to send.',
  make: 'Make the sign-in',
  programHint: 'For example accounting, printer or website. It is also the user name.',
  ready: 'Sign-in for “{{login}}”',
  onceNote: 'The password is shown this once. If it gets lost, make a new one here.',
  copied: 'I have copied it',
  values: 'Values to type',
  valuesNote: 'Server, port and encryption are the same for every program on this computer.',
  serverElsewhere: 'Server, from another computer',
  noDoor:
    'The address is missing: nothing on the network can reach the relay now, or not the kind of address this device has. Let devices send under “Devices on your network” in Settings; then the address shows here.',
  copiedOpenDoor: 'I have copied it: open Settings',
  certificateNote: 'The relay’s certificate was made on this computer. If the program asks, accept it once.',
  reset: 'New password',
  resetFor: 'New password for “{{login}}”',
  resetSure: 'Make a new password for “{{login}}”? The old one stops working at once.',
  resetFirst:
    'Make a password for “{{login}}”? It is shown once. Enter it in the program in place of the one it had before.',
  pause: 'Pause',
  resume: 'Let it send again',
  remove: 'Remove “{{login}}”',
  removeSure: 'Remove “{{login}}”? The program can’t send any more. Mail it already sent still goes out.',
  lastSeen: 'Last seen {{time}}',
  form: {
    short: 'Online form',
    title: 'Online form: {{login}}',
    body: 'Many forms on websites put their visitor’s address into From. That address isn’t yours, so mail with it is refused.',
    rewrite: 'Put visitors into Reply-To',
    rewriteHint:
      'The relay then writes an authorized address into From, and what the form wrote there into Reply-To. It is noted on each message.',
    risk: 'Only for a form of your own. Whoever has this sign-in, or gets your form to send, then sends in your name whatever From they wrote.',
    on: 'Puts visitors into Reply-To',
  },
  guide: guideScreen,
  watch,
  sendFirst: 'Send a message from here',
  sendFirstBody:
    'A short message under the same rules as any program’s: it shows whether the way to SMTP+ is open.',
  addressComing: 'The relay is still starting: server and port show here in a moment.',
  noAddress:
    'The relay is not reachable right now, so server and port are missing here. Home says what to do.',
}
