import { type Guide, inCode } from './guide.ts'

const values = ['server', 'port', 'encryption', 'username', 'password', 'from'] as const
const steps = [{ id: 'secret' }, { id: 'code', shows: values }, { id: 'certificate', only: 'relay' }] as const
const ofLibraries = [
  'implicit-tls',
  'certificate-unknown',
  'visitor-from',
  'inside-a-container',
  'foreign-from',
] as const

/** Libraries a program of one's own sends with. */
export const libraryGuides = [
  {
    id: 'phpmailer',
    confirmedBy: inCode('test/integration/programs.test.ts'),
    kind: 'library',
    synonyms: ['php', 'php mailer', 'phpmailler', 'laravel', 'symfony', 'swiftmailer', 'phpmail'],
    reach: 'if-here',
    direct: true,
    steps,
    mistakes: ofLibraries,
  },
  {
    id: 'nodemailer',
    confirmedBy: inCode('test/integration/programs.test.ts'),
    kind: 'library',
    synonyms: [
      'node',
      'nodejs',
      'node.js',
      'javascript',
      'typescript',
      'node mailer',
      'nodmailer',
      'express',
    ],
    reach: 'if-here',
    direct: true,
    steps,
    mistakes: ofLibraries,
  },
  {
    id: 'python',
    confirmedBy: inCode('test/integration/programs.test.ts'),
    kind: 'library',
    synonyms: ['smtplib', 'django', 'flask', 'odoo script', 'phyton', 'pyton', 'pyhton'],
    reach: 'if-here',
    direct: true,
    steps,
    mistakes: ofLibraries,
  },
  {
    id: 'dotnet',
    confirmedBy: inCode(
      'jstedfast/MailKit, MailKit/Security/SecureSocketOptions.cs; mimekit.net: SmtpClient Class',
    ),
    kind: 'library',
    synonyms: [
      '.net',
      'c#',
      'csharp',
      'mailkit',
      'asp.net',
      'dot net',
      'visual basic',
      'vb.net',
      'smtpclient',
    ],
    reach: 'if-here',
    direct: true,
    steps,
    mistakes: ofLibraries,
  },
  {
    id: 'java',
    byName: true,
    confirmedBy: inCode('test/programs/java.test.ts'),
    kind: 'library',
    synonyms: ['jakarta mail', 'javamail', 'java mail', 'spring', 'spring boot', 'kotlin', 'tomcat', 'jaava'],
    reach: 'if-here',
    direct: true,
    steps,
    mistakes: ofLibraries,
  },
] as const satisfies readonly Guide[]
