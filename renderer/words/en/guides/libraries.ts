import type { libraryGuides } from '../../../guides/library-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

const about =
  'For a program of your own. Where it runs on another computer or at a host, it sends straight to SMTP+.'
const secret =
  'Put the password where the program’s other secrets are, as the environment variable SMTP_PASSWORD. It belongs neither into the code nor into version control.'
const certificate =
  'The relay’s certificate was made on this computer, so the code names its file as the one to trust. Never switch the check off instead: another program could then take the password.'
const check = 'Run the program and let it send one message.'

export const libraries: WordsOfGuides<typeof libraryGuides> = {
  phpmailer: {
    name: 'PHP (PHPMailer)',
    about,
    labels: {
      server: 'Host',
      port: 'Port',
      encryption: 'SMTPSecure',
      username: 'Username',
      password: 'Password',
    },
    starttls: 'PHPMailer::ENCRYPTION_STARTTLS',
    choose:
      'ENCRYPTION_STARTTLS, or the text “tls”. ENCRYPTION_SMTPS, or “ssl”, is port 465’s way. Symfony and Laravel: smtp:// with the port given here, not smtps://.',
    steps: {
      secret,
      code: 'composer require phpmailer/phpmailer, then this code, with your values filled in.',
      certificate,
    },
    check,
  },
  nodemailer: {
    name: 'Node.js (Nodemailer)',
    about,
    labels: {
      server: 'host',
      port: 'port',
      encryption: 'secure, requireTLS',
      username: 'auth.user',
      password: 'auth.pass',
    },
    starttls: 'secure: false, requireTLS: true',
    choose:
      '“secure: true” is port 465’s way. “secure: false” alone would also go on without encryption: requireTLS forbids it.',
    steps: {
      secret,
      code: 'npm install nodemailer, then this code, with your values filled in.',
      certificate,
    },
    check,
  },
  python: {
    name: 'Python (smtplib)',
    about,
    labels: {
      server: 'host',
      port: 'port',
      encryption: 'starttls()',
      username: 'user',
      password: 'password',
    },
    starttls: 'SMTP(…), then starttls()',
    choose: 'SMTP and starttls(), not SMTP_SSL. Django: EMAIL_USE_TLS = True, not EMAIL_USE_SSL.',
    steps: { secret, code: 'Nothing to install: this code, with your values filled in.', certificate },
    check,
  },
  dotnet: {
    name: '.NET (MailKit)',
    about,
    labels: {
      server: 'host',
      port: 'port',
      encryption: 'SecureSocketOptions',
      username: 'userName',
      password: 'password',
    },
    starttls: 'SecureSocketOptions.StartTls',
    choose:
      'StartTls, not SslOnConnect and not Auto. With the old System.Net.Mail.SmtpClient, EnableSsl = true means STARTTLS.',
    steps: {
      secret,
      code: 'dotnet add package MailKit, then this code, with your values filled in.',
      certificate,
    },
    check,
  },
  java: {
    name: 'Java (Jakarta Mail)',
    about,
    labels: {
      server: 'mail.smtp.host',
      port: 'mail.smtp.port',
      encryption: 'mail.smtp.starttls',
      username: 'user',
      password: 'password',
    },
    starttls: 'mail.smtp.starttls.enable and .required',
    choose:
      'starttls.enable and starttls.required, both true; not mail.smtp.ssl.enable. Spring Boot: the same names below spring.mail.properties.',
    steps: {
      secret,
      code: 'Add org.eclipse.angus:angus-mail (or jakarta.mail) to the project, then this code, with your values filled in.',
      certificate:
        'The relay’s certificate was made on this computer: the code builds a trust store with its file alone, for this connection. Never trust all hosts instead: another program could then take the password.',
    },
    check,
  },
}
