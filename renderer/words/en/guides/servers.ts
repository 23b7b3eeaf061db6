import type { serverGuides } from '../../../guides/server-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

export const servers: WordsOfGuides<typeof serverGuides> = {
  msmtp: {
    name: 'msmtp',
    about: 'A small program that sends for scripts, cron and mutt.',
    labels: { server: 'host', port: 'port', encryption: 'tls, tls_starttls', username: 'user', from: 'from' },
    starttls: 'tls on, tls_starttls on',
    choose: '“tls_starttls off” would be port 465’s way, which neither the relay nor SMTP+ speaks.',
    steps: {
      password:
        'Put the password alone into the file ~/.config/msmtp/companion-password, readable by you only (chmod 600).',
      file: 'Put the lines below into ~/.msmtprc, or /etc/msmtprc for the whole computer.',
      rights: 'chmod 600 ~/.msmtprc: msmtp refuses a file that others can read.',
      certificate:
        'tls_trust_file names the relay’s certificate, so that it is checked. A program of another account needs a copy it can read.',
    },
    check: 'printf "Subject: Test\\n\\nGood morning.\\n" | msmtp -a companion you@yourcompany.com',
  },
  postfix: {
    name: 'Postfix',
    about: 'Hands all outgoing mail of this server on. Mail to local mailboxes stays where it is.',
    labels: { server: 'relayhost, server', port: 'relayhost, port', encryption: 'smtp_tls_security_level' },
    starttls: 'secure',
    choose:
      '“secure” means STARTTLS with the right certificate, or nothing is sent; “may” would go on without. smtp_tls_wrappermode has to stay “no”.',
    steps: {
      packages: 'Debian and Ubuntu: install libsasl2-modules; without it Postfix can’t sign in.',
      main: 'Add the lines below to /etc/postfix/main.cf; a relayhost that is there already is replaced.',
      password:
        'Write the last line below, with your password, into that file, readable by root only (chmod 600). postmap is not needed: texthash reads it as it is.',
      certificate:
        'The lines trust exactly the relay’s certificate. Postfix reads the file as root at its start; reload it after the certificate was renewed.',
      reload: 'postfix check, then postfix reload.',
    },
    check: 'printf "Good morning.\\n" | mail -s Test you@yourcompany.com, and look into /var/log/mail.log.',
  },
  exim: {
    name: 'Exim',
    about:
      'Hands all outgoing mail of this server on. For a configuration in one file; with Debian’s split one, each part goes into the folder of its name.',
    labels: {
      server: 'route_list, server',
      port: 'route_list, port',
      encryption: 'hosts_require_tls',
      username: 'client_send',
    },
    starttls: 'hosts_require_tls = *',
    choose:
      'Exim uses STARTTLS by itself on these ports; hosts_require_tls forbids going on without. “protocol = smtps” would be port 465’s way.',
    steps: {
      route: 'Put the first part below at the head of the routers.',
      transport: 'Put the second part among the transports.',
      'sign-in':
        'Put the third part among the authenticators, and the password alone into the file it names, readable by root and Exim’s group only (chmod 640).',
      reload: 'exim -bV shows mistakes in the file; then restart Exim.',
    },
    check:
      'printf "Subject: Test\\n\\nGood morning.\\n" | exim -v you@yourcompany.com shows the conversation.',
  },
  sendmail: {
    name: 'sendmail, mail() of PHP, mailx',
    about:
      'Programs that call /usr/sbin/sendmail: cron, monitoring, PHP’s mail(), mail and mailx. A small program takes that place.',
    labels: { server: 'host', port: 'port', encryption: 'tls, tls_starttls', username: 'user', from: 'from' },
    starttls: 'tls on, tls_starttls on',
    choose: '“tls_starttls off” would be port 465’s way, which neither the relay nor SMTP+ speaks.',
    steps: {
      program:
        'Install msmtp-mta (Debian, Ubuntu: apt install msmtp-mta): it puts itself where sendmail is called. An installed Postfix or Exim gives way, or takes its own guide.',
      file: 'Put the lines below into /etc/msmtprc, and the password alone into the file they name. Both must be readable by the accounts that send, and by nobody else.',
      php: 'PHP: nothing to do, or in php.ini: sendmail_path = "/usr/bin/msmtp -t". mail() needs a From of yours: the fifth parameter "-f", or sendmail_from.',
      certificate:
        'tls_trust_file names the relay’s certificate. Copy it to where those accounts can read it, for example /etc/ssl/certs, and write that path.',
    },
    check: 'printf "Subject: Test\\n\\nGood morning.\\n" | /usr/sbin/sendmail you@yourcompany.com',
  },
}
