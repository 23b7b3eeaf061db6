import type { Guide } from './guide.ts'

/** Mail on phones and in the browser: beyond the relay's reach, straight to SMTP+. */
export const onlineGuides = [
  {
    id: 'iphone',
    confirmedBy: {
      en: [
        'rjs-consultants.com: Change the mail settings on your Apple Device',
        'webhostinghub, Edit Email Server Settings in iOS (14+)',
      ],
    },
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
    confirmedBy: {
      en: [
        'ovh/docs, how_to_configure_android/guide.en-gb.md',
        'LG, user guide of Android’s Email: Outgoing server settings',
      ],
      it: ['aosp-mirror/platform_packages_apps_email, res/values-it/strings.xml: account_setup_outgoing'],
    },
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
    confirmedBy: {
      en: ['thunderbird/thunderbird-android, feature/account/server/settings: values/strings.xml'],
      it: ['thunderbird/thunderbird-android, feature/account/server/settings: values-it/strings.xml'],
    },
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
    confirmedBy: {
      en: [
        'support.google.com/mail/answer/22370 and 1074635',
        'ovh/docs, Email Pro on Gmail, guide.en-gb.md',
      ],
      it: ['ovh/docs, pages/web/emails/how_to_configure_gmail/guide.it-it.md'],
    },
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
