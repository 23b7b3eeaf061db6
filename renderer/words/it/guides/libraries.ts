import type { libraryGuides } from '../../../guides/library-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

const about = 'Per un programma tuo. Se gira su un altro computer o in hosting, invia direttamente a SMTP+.'
const secret =
  'Metti la password dove stanno gli altri segreti del programma, come variabile d’ambiente SMTP_PASSWORD. Non va né nel codice né nel controllo di versione.'
const certificate =
  'Il certificato del relay è stato creato su questo computer, quindi il codice ne indica il file come quello di cui fidarsi. Non disattivare mai la verifica: un altro programma potrebbe prendersi la password.'
const check = 'Avvia il programma e fagli inviare un messaggio.'

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
      'ENCRYPTION_STARTTLS, o il testo “tls”. ENCRYPTION_SMTPS, o “ssl”, è il modo della porta 465. Symfony e Laravel: smtp:// con la porta indicata qui, non smtps://.',
    steps: {
      secret,
      code: 'composer require phpmailer/phpmailer, poi questo codice, con i tuoi dati già inseriti.',
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
      '“secure: true” è il modo della porta 465. “secure: false” da solo proseguirebbe anche senza cifratura: requireTLS lo vieta.',
    steps: {
      secret,
      code: 'npm install nodemailer, poi questo codice, con i tuoi dati già inseriti.',
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
    starttls: 'SMTP(…), poi starttls()',
    choose: 'SMTP e starttls(), non SMTP_SSL. Django: EMAIL_USE_TLS = True, non EMAIL_USE_SSL.',
    steps: {
      secret,
      code: 'Niente da installare: questo codice, con i tuoi dati già inseriti.',
      certificate,
    },
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
      'StartTls, non SslOnConnect e non Auto. Con il vecchio System.Net.Mail.SmtpClient, EnableSsl = true vuol dire STARTTLS.',
    steps: {
      secret,
      code: 'dotnet add package MailKit, poi questo codice, con i tuoi dati già inseriti.',
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
    starttls: 'mail.smtp.starttls.enable e .required',
    choose:
      'starttls.enable e starttls.required, entrambi true; non mail.smtp.ssl.enable. Spring Boot: gli stessi nomi sotto spring.mail.properties.',
    steps: {
      secret,
      code: 'Aggiungi al progetto org.eclipse.angus:angus-mail (o jakarta.mail), poi questo codice, con i tuoi dati già inseriti.',
      certificate:
        'Il certificato del relay è stato creato su questo computer: il codice costruisce, per questa connessione, un archivio di fiducia con quel solo file. Non fidarti mai di tutti gli host: un altro programma potrebbe prendersi la password.',
    },
    check,
  },
}
