import type { serverGuides } from '../../../guides/server-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

export const servers: WordsOfGuides<typeof serverGuides> = {
  msmtp: {
    name: 'msmtp',
    about: 'Un piccolo programma che invia per script, cron e mutt.',
    labels: { server: 'host', port: 'port', encryption: 'tls, tls_starttls', username: 'user', from: 'from' },
    starttls: 'tls on, tls_starttls on',
    choose: '“tls_starttls off” sarebbe il modo della porta 465, che né il relay né SMTP+ parlano.',
    steps: {
      password:
        'Metti solo la password nel file ~/.config/msmtp/companion-password, leggibile soltanto da te (chmod 600).',
      file: 'Metti le righe qui sotto in ~/.msmtprc, o in /etc/msmtprc per tutto il computer.',
      rights: 'chmod 600 ~/.msmtprc: msmtp rifiuta un file che altri possono leggere.',
      certificate:
        'tls_trust_file indica il certificato del relay, così viene controllato. A un programma di un altro account serve una copia che possa leggere.',
    },
    check: 'printf "Subject: Prova\\n\\nBuongiorno.\\n" | msmtp -a companion tu@tuaazienda.it',
  },
  postfix: {
    name: 'Postfix',
    about: 'Passa oltre tutta la posta in uscita di questo server. Quella per le caselle locali resta dov’è.',
    labels: { server: 'relayhost, server', port: 'relayhost, porta', encryption: 'smtp_tls_security_level' },
    starttls: 'secure',
    choose:
      '“secure” vuol dire STARTTLS con il certificato giusto, altrimenti non parte nulla; “may” proseguirebbe senza. smtp_tls_wrappermode deve restare “no”.',
    steps: {
      packages: 'Debian e Ubuntu: installa libsasl2-modules; senza, Postfix non può accedere.',
      main: 'Aggiungi le righe qui sotto a /etc/postfix/main.cf; un relayhost già presente viene sostituito.',
      password:
        'Scrivi l’ultima riga qui sotto, con la tua password, in quel file, leggibile solo da root (chmod 600). postmap non serve: texthash lo legge così com’è.',
      certificate:
        'Le righe si fidano esattamente del certificato del relay. Postfix legge il file come root all’avvio; ricaricalo quando il certificato viene rinnovato.',
      reload: 'postfix check, poi postfix reload.',
    },
    check: 'printf "Buongiorno.\\n" | mail -s Prova tu@tuaazienda.it, e guarda in /var/log/mail.log.',
  },
  exim: {
    name: 'Exim',
    about:
      'Passa oltre tutta la posta in uscita di questo server. Per una configurazione in un solo file; con quella divisa di Debian ogni parte va nella cartella del suo nome.',
    labels: {
      server: 'route_list, server',
      port: 'route_list, porta',
      encryption: 'hosts_require_tls',
      username: 'client_send',
    },
    starttls: 'hosts_require_tls = *',
    choose:
      'Su queste porte Exim usa STARTTLS da sé; hosts_require_tls vieta di proseguire senza. “protocol = smtps” sarebbe il modo della porta 465.',
    steps: {
      route: 'Metti la prima parte qui sotto in testa ai router.',
      transport: 'Metti la seconda parte tra i transport.',
      'sign-in':
        'Metti la terza parte tra gli authenticator, e solo la password nel file che essa nomina, leggibile soltanto da root e dal gruppo di Exim (chmod 640).',
      reload: 'exim -bV mostra gli errori nel file; poi riavvia Exim.',
    },
    check: 'printf "Subject: Prova\\n\\nBuongiorno.\\n" | exim -v tu@tuaazienda.it mostra il dialogo.',
  },
  sendmail: {
    name: 'sendmail, mail() di PHP, mailx',
    about:
      'Programmi che chiamano /usr/sbin/sendmail: cron, monitoraggio, mail() di PHP, mail e mailx. Al suo posto si mette un piccolo programma.',
    labels: { server: 'host', port: 'port', encryption: 'tls, tls_starttls', username: 'user', from: 'from' },
    starttls: 'tls on, tls_starttls on',
    choose: '“tls_starttls off” sarebbe il modo della porta 465, che né il relay né SMTP+ parlano.',
    steps: {
      program:
        'Installa msmtp-mta (Debian, Ubuntu: apt install msmtp-mta): si mette dove viene chiamato sendmail. Un Postfix o un Exim installato cede il posto, o segue la sua guida.',
      file: 'Metti le righe qui sotto in /etc/msmtprc e solo la password nel file che nominano. Entrambi devono essere leggibili dagli account che inviano, e da nessun altro.',
      php: 'PHP: niente da fare, oppure in php.ini: sendmail_path = "/usr/bin/msmtp -t". mail() vuole un From tuo: il quinto parametro "-f", o sendmail_from.',
      certificate:
        'tls_trust_file indica il certificato del relay. Copialo dove quegli account possono leggerlo, per esempio in /etc/ssl/certs, e scrivi quel percorso.',
    },
    check: 'printf "Subject: Prova\\n\\nBuongiorno.\\n" | /usr/sbin/sendmail tu@tuaazienda.it',
  },
}
