import type { Guide } from './guide.ts'

/** Mail on phones and in the browser: beyond the relay's reach, straight to SMTP+. */
export const onlineGuides = [
  {
    id: 'iphone',
    kind: 'phone',
    synonyms: ['ios', 'ipad', 'ipados', 'apple mail', 'iphone mail', 'iphon', 'i phone', 'mail'],
    reach: 'never',
    direct: true,
    steps: [
      { id: 'open' },
      { id: 'add', shows: ['server', 'username', 'password'] },
      { id: 'advanced', shows: ['encryption', 'port'] },
      { id: 'primary' },
    ],
    mistakes: ['tls-means-starttls', 'incoming-values'],
  },
  {
    id: 'gmail-android',
    kind: 'phone',
    synonyms: ['android', 'gmail app', 'gmail', 'samsung', 'telefono', 'smartphone', 'gmai'],
    reach: 'never',
    direct: true,
    steps: [
      { id: 'open' },
      { id: 'outgoing', shows: ['server', 'port', 'encryption', 'username', 'password'] },
      { id: 'gmail-itself' },
    ],
    mistakes: ['implicit-tls', 'incoming-values'],
  },
  {
    id: 'thunderbird-android',
    confirmedBy: [
      'thunderbird/thunderbird-android, feature/account/server/settings: values/strings.xml, values-it/strings.xml',
    ],
    kind: 'phone',
    synonyms: ['k-9', 'k9', 'k9 mail', 'k-9 mail', 'android', 'thunderbird', 'tunderbird'],
    reach: 'never',
    direct: true,
    steps: [
      { id: 'open' },
      { id: 'outgoing', shows: ['server', 'encryption', 'port', 'username', 'password'] },
      { id: 'identity', shows: ['from'] },
    ],
    mistakes: ['implicit-tls', 'incoming-values', 'foreign-from'],
  },
  {
    id: 'gmail-send-as',
    kind: 'web-mail',
    synonyms: [
      'gmail',
      'google',
      'google workspace',
      'gsuite',
      'send as',
      'send mail as',
      'alias',
      'invia come',
      'gmal',
      'gmial',
      'gamil',
    ],
    reach: 'never',
    direct: true,
    directPorts: [25, 587],
    steps: [
      { id: 'open' },
      { id: 'address', shows: ['from'] },
      { id: 'server', shows: ['server', 'port', 'username', 'password', 'encryption'] },
      { id: 'confirm' },
    ],
    mistakes: ['implicit-tls', 'port-587', 'foreign-from'],
  },
] as const satisfies readonly Guide[]
