/** The way from a new user to the first delivered message. */
export const checklist = {
  title: 'Setting up',
  progress: '{{done}} of {{count}} done',
  steps: {
    credentials: {
      open: 'Check user name and password',
      done: 'User name and password are right',
      broken: 'The server refuses “{{user}}”: user name or password has to be put right',
      press: 'Check now',
    },
    port: {
      open: 'Find a port that works from here',
      done: 'Port and encryption work',
      broken: 'The server of “{{user}}” can’t be reached as it should',
      press: 'Check the connection',
    },
    senders: {
      open: 'Authorize and verify who may send',
      done: 'Senders are authorized and verified',
      press: 'Open senders',
    },
    dns: {
      open: 'Publish SPF, DKIM and DMARC, so that mail isn’t taken for spam',
      done: 'The domain’s DNS records are complete',
      press: 'See what to publish',
    },
    program: {
      open: 'Connect a first program or device',
      done: 'A program has signed in',
      press: 'Set up a program',
    },
    message: {
      open: 'Send a first message',
      done: 'A message was delivered',
      press: 'Send a message',
    },
  },
  skip: 'Skip',
  skipLabel: 'Skip: {{step}}',
  bringBack: 'Bring back',
  stateLabels: { open: 'To do', done: 'Done', skipped: 'Skipped', broken: 'Needs attention' },
}
