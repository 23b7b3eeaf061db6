import type { Mistake } from '../../../guides/guide.ts'

/** Ciò che va storto più spesso: che cosa si vede, e il rimedio. */
export const mistakes: { readonly [Name in Mistake]: string } = {
  'implicit-tls':
    'Scelto SSL o SSL/TLS, o la porta 465: il programma si blocca o dice “wrong version number”. Scegli ciò che vuol dire STARTTLS e ricontrolla la porta: molti programmi la cambiano insieme alla cifratura.',
  'tls-means-starttls':
    'La spunta della cifratura sembra quella sbagliata, perché dice SSL. È giusta con la porta indicata qui, sbagliata con la 465.',
  'port-587':
    'La porta 587 scritta per abitudine. Il relay lì non ascolta, e SMTP+ indica la 25 e quelle da 1025 a 5000. Scrivi la porta indicata qui; se in un menu la 587 è l’unica alternativa, provala.',
  'mixed-passwords':
    'La password di SMTP+ usata con il relay, o quella della casella. Attraverso il relay vale l’accesso del programma creato qui; direttamente a SMTP+ quella dell’utente SMTP+.',
  'incoming-values':
    'I dati scritti tra quelli della posta in arrivo (IMAP, POP). Servono solo per inviare; l’altra metà resta come l’ha data il tuo fornitore di posta.',
  'no-authentication':
    '“Il server richiede l’autenticazione” senza spunta: il messaggio viene rifiutato con 530. Attivala, con nome utente e password.',
  'secure-password':
    'Scelti “autenticazione password di protezione (SPA)”, “Password crittata”, NTLM o OAuth. Scegli la password normale: la protegge STARTTLS.',
  'foreign-from':
    'Un mittente non autorizzato: rifiutato con 550. Usa un indirizzo di Mittenti, o autorizza lì questo.',
  'visitor-from':
    'Il modulo mette in From l’indirizzo del visitatore: rifiutato con 550, perché non è tuo. Mettici il tuo, e quello del visitatore in Reply-To.',
  'certificate-warning':
    'Il programma avverte di un certificato sconosciuto. Attraverso il relay la prima volta è giusto: è stato creato su questo computer. Direttamente verso SMTP+ no: fermati e controlla la connessione.',
  'certificate-unknown':
    '“Self-signed certificate” o “unable to get local issuer”: al programma non è stato detto di fidarsi del certificato del relay. Indicagli il file, o fagli usare l’elenco del sistema operativo con questo certificato aggiunto.',
  'certificate-name':
    'Il dispositivo dice che il certificato ha un altro nome: quello del relay vale per questo computer, non per il suo indirizzo nella rete. Disattiva per questo server la verifica del certificato.',
  'inside-a-container':
    'Il programma gira in un container o in una macchina virtuale: 127.0.0.1 è allora il container stesso. Vai direttamente a SMTP+, o apri il relay alla rete in Impostazioni.',
  'hosting-blocks-ports':
    'L’hosting blocca le porte della posta in uscita: la connessione scade. Prova la 2525 al posto della 25, poi chiedi all’hosting di lasciar passare in.smtpok.com.',
  'old-encryption':
    'Un dispositivo vecchio conosce solo TLS 1.0, o niente: la connessione si interrompe quando inizia la cifratura. Cerca un firmware più nuovo; altrimenti lascia che un altro programma qui prenda le scansioni e le invii.',
  'device-from':
    'Il dispositivo invia con un indirizzo suo, come scanner@localhost, o con nessuno: rifiutato con 550. Cerca “Indirizzo mittente”, “E-mail del dispositivo” o “Indirizzo dell’amministratore”.',
  'large-scans':
    'Una lunga scansione a colori supera presto i 10 MB, il massimo che SMTP+ accetta come allegato. Scansiona in grigio o a 200 dpi, o limita la dimensione nel dispositivo.',
  antivirus:
    'Un antivirus guarda dentro la posta e mostra un certificato suo, o rompe STARTTLS. Togli per questo programma il controllo della posta.',
}
