import { type Guide, inCode } from './guide.ts'

const values = ['server', 'port', 'encryption', 'username', 'password'] as const

/** Mail servers and the small programs that send for scripts. */
export const serverGuides = [
  {
    id: 'msmtp',
    confirmedBy: inCode('test/integration/programs.test.ts'),
    kind: 'mail-server',
    synonyms: ['msmtprc', 'mutt', 'cron', 'linux', 'script', 'msmpt', 'mstmp'],
    reach: 'here',
    direct: true,
    steps: [
      { id: 'password', shows: ['password'] },
      { id: 'file', shows: ['server', 'port', 'encryption', 'username', 'from'] },
      { id: 'rights' },
      { id: 'certificate', only: 'relay' },
    ],
    mistakes: ['implicit-tls', 'foreign-from', 'certificate-unknown'],
  },
  {
    id: 'postfix',
    confirmedBy: inCode('test/integration/program-servers.test.ts'),
    kind: 'mail-server',
    synonyms: ['postfx', 'smarthost', 'relay host', 'main.cf', 'linux', 'mail server', 'post fix'],
    reach: 'here',
    direct: true,
    steps: [
      { id: 'packages' },
      { id: 'main', shows: values },
      { id: 'password' },
      { id: 'certificate', only: 'relay' },
      { id: 'reload' },
    ],
    mistakes: ['implicit-tls', 'foreign-from', 'certificate-unknown'],
  },
  {
    id: 'exim',
    confirmedBy: inCode('test/programs/exim.test.ts'),
    kind: 'mail-server',
    synonyms: ['exim4', 'smarthost', 'debian', 'cpanel', 'exm', 'mail server'],
    reach: 'here',
    direct: true,
    steps: [
      { id: 'route', shows: ['server', 'port'] },
      { id: 'transport', shows: ['encryption'] },
      { id: 'sign-in', shows: ['username', 'password'] },
      { id: 'reload' },
    ],
    mistakes: ['implicit-tls', 'foreign-from'],
  },
  {
    id: 'sendmail',
    confirmedBy: inCode('test/integration/programs.test.ts'),
    kind: 'mail-server',
    synonyms: [
      'php mail()',
      'php.ini',
      'mail()',
      'mailx',
      'sendmail_path',
      'ssmtp',
      'cron',
      'bsd-mailx',
      'send mail',
    ],
    reach: 'here',
    direct: true,
    steps: [
      { id: 'program' },
      { id: 'file', shows: ['server', 'port', 'encryption', 'username', 'password', 'from'] },
      { id: 'php' },
      { id: 'certificate', only: 'relay' },
    ],
    mistakes: ['implicit-tls', 'foreign-from', 'visitor-from'],
  },
] as const satisfies readonly Guide[]
