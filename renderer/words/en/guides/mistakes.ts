import type { Mistake } from '../../../guides/guide.ts'

/** What goes wrong most often: what is seen, and the cure. */
export const mistakes: { readonly [Name in Mistake]: string } = {
  'implicit-tls':
    'SSL or SSL/TLS chosen, or port 465: the program hangs, or says “wrong version number”. Choose what means STARTTLS, and look at the port again: many programs change it with the encryption.',
  'tls-means-starttls':
    'The tick for encryption looks like the wrong one, since it says SSL. It is right with the port given here, and wrong with 465.',
  'port-587':
    'Port 587 typed from habit. The relay doesn’t listen there, and SMTP+ names port 25 and 1025 to 5000. Type the port given here; where a menu has 587 as the only other choice, try it.',
  'mixed-passwords':
    'The SMTP+ password at the relay, or the mailbox’s own. Through the relay it is the program’s sign-in made here; straight to SMTP+ it is that of the SMTP+ user.',
  'incoming-values':
    'The values typed among those for incoming mail (IMAP, POP). They are only for sending; the incoming half stays as your mail provider gave it.',
  'no-authentication':
    '“My server requires authentication” without a tick: the message is refused with 530. Switch it on, with user name and password.',
  'secure-password':
    '“Secure Password Authentication (SPA)”, “Encrypted password”, NTLM or OAuth chosen. Choose the normal password: STARTTLS protects it.',
  'foreign-from':
    'A sender that isn’t authorized: refused with 550. Use an address of Senders, or authorize this one there.',
  'visitor-from':
    'The form puts its visitor’s address into From: refused with 550, since it isn’t yours. Put your own address there, and the visitor’s into Reply-To.',
  'certificate-warning':
    'The program warns of an unknown certificate. Through the relay that is right the first time: it was made on this computer. Straight to SMTP+ it would not be: stop there and check the connection.',
  'certificate-unknown':
    '“Self-signed certificate” or “unable to get local issuer”: the program hasn’t been told to trust the relay’s certificate. Name its file, or let the program take the operating system’s list with this certificate added.',
  'certificate-name':
    'The device says that the certificate’s name is another one: the relay’s is for this computer, not for its address in the network. Switch the check of the certificate off for this server.',
  'inside-a-container':
    'The program runs in a container or a virtual machine: 127.0.0.1 is then the container itself. Go straight to SMTP+, or open the relay’s door to the network in Settings.',
  'hosting-blocks-ports':
    'The host blocks outgoing mail ports: the connection times out. Try 2525 in place of 25, then ask the host to let in.smtpok.com through.',
  'old-encryption':
    'An older device knows only TLS 1.0, or nothing: the connection breaks off when encryption starts. Look for newer firmware; otherwise let another program here fetch its scans and send them.',
  'device-from':
    'The device sends with an address of its own, such as scanner@localhost, or with none at all: refused with 550. Look for “From address”, “Device e-mail” or “Administrator’s address”.',
  'large-scans':
    'A long scan in colour is soon more than 10 MB, the most that SMTP+ takes as an attachment. Scan in grey or with 200 dpi, or limit the size in the device.',
  antivirus:
    'An antivirus program looks into mail and shows a certificate of its own, or breaks STARTTLS. Take mail scanning off for this program.',
}
