import type { onlineGuides } from '../../../guides/online-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

export const online: WordsOfGuides<typeof onlineGuides> = {
  iphone: {
    name: 'iPhone e iPad (Mail)',
    about:
      'Mail di Apple su iPhone e iPad, con un account IMAP o POP. Un telefono è sempre in giro, quindi invia direttamente a SMTP+.',
    labels: { server: 'Nome host', port: 'Porta server', encryption: 'Usa SSL', username: 'Nome utente' },
    starttls: 'Usa SSL, attivato',
    choose:
      'Qui la parola STARTTLS non c’è: con la porta indicata qui la si ottiene attivando “Usa SSL”. Non con la porta 465, che SMTP+ non parla.',
    steps: {
      open: 'Impostazioni › App › Mail › Account Mail, scegli l’account, aprilo ancora e tocca SMTP sotto Server posta in uscita.',
      add: 'Tocca Aggiungi server e scrivi nome host, nome utente e password; Salva.',
      advanced:
        'Apri di nuovo il server aggiunto: attiva “Usa SSL”, Autenticazione: Password, e scrivi la porta; Fine.',
      primary: 'Disattiva il vecchio server primario, così si usa quello nuovo, oppure lascialo di riserva.',
    },
    check: 'Invia un messaggio dal telefono. Va direttamente a SMTP+, quindi si vede in MailUp e non qui.',
  },
  'gmail-android': {
    name: 'App Gmail (Android)',
    about:
      'Per un account IMAP o POP nell’app Gmail. Un telefono è sempre in giro, quindi invia direttamente a SMTP+. L’app e-mail di Samsung chiede le stesse cose.',
    labels: { server: 'Server SMTP', encryption: 'Tipo di sicurezza', username: 'Nome utente' },
    starttls: 'STARTTLS',
    choose: 'Scegli STARTTLS, non “SSL/TLS”, e mai una voce con “accetta tutti i certificati”.',
    steps: {
      open: 'Gmail › Menu ≡ › Impostazioni, scegli l’account e apri Impostazioni posta in uscita, in fondo.',
      outgoing: 'Attiva “Richiedi accesso”, scrivi questi dati e scegli il tipo di sicurezza.',
      'gmail-itself':
        'Un account gmail.com non ha impostazioni di posta in uscita: invia sempre tramite Google. Per un tuo indirizzo lì, segui la guida “Gmail: invia messaggio come”.',
    },
    check: 'Invia un messaggio dal telefono. Va direttamente a SMTP+, quindi si vede in MailUp e non qui.',
  },
  'thunderbird-android': {
    name: 'Thunderbird e K-9 Mail (Android)',
    about: 'Sono lo stesso programma. Un telefono è sempre in giro, quindi invia direttamente a SMTP+.',
    labels: { encryption: 'Sicurezza', username: 'Nome utente' },
    starttls: 'StartTLS',
    choose: 'Scegli StartTLS. SSL/TLS è l’altro modo, quello della porta 465, che SMTP+ non parla.',
    steps: {
      open: 'Impostazioni, scegli l’account, Invio della posta, Server in uscita.',
      outgoing:
        'Scrivi questi dati e scegli la sicurezza; Autenticazione: Password. Ricontrolla la porta: cambiando la sicurezza cambia anche quella.',
      identity: 'In Invio della posta › Gestisci identità, l’indirizzo dev’essere uno che può inviare.',
    },
    check: 'Invia un messaggio dal telefono. Va direttamente a SMTP+, quindi si vede in MailUp e non qui.',
  },
  'gmail-send-as': {
    name: 'Gmail: invia messaggio come',
    about:
      'Gmail nel browser, che invia con un tuo indirizzo. A collegarsi sono i server di Google, che non raggiungono il relay: si va direttamente a SMTP+.',
    labels: {
      server: 'Server SMTP',
      username: 'Nome utente',
      encryption: 'Connessione protetta',
      from: 'Indirizzo email',
    },
    starttls: 'Connessione protetta TLS (consigliata)',
    choose:
      'Scegli “Connessione protetta TLS”: vuol dire STARTTLS. “Con SSL” è il modo della porta 465, che SMTP+ non parla.',
    steps: {
      open: 'Ingranaggio › Visualizza tutte le impostazioni › Account e importazione (in Workspace: Account). In “Invia messaggio come” scegli “Aggiungi un altro indirizzo email”.',
      address:
        'Scrivi il tuo nome e l’indirizzo; dev’essere uno che può inviare. Togli la spunta a “Considera come un alias” se è la casella di un’altra persona. Passaggio successivo.',
      server: 'Scrivi questi dati; Gmail ne propone altri. Se la porta non è nel suo elenco, prendi la 25.',
      confirm: 'Aggiungi account. Google manda un codice all’indirizzo: scrivilo, o premi il link.',
    },
    check: 'Scrivi un messaggio in Gmail, scegli l’indirizzo in Da e invialo. Si vede in MailUp e non qui.',
  },
}
