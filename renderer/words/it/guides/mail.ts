import type { mailGuides } from '../../../guides/mail-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

export const mail: WordsOfGuides<typeof mailGuides> = {
  'outlook-classic': {
    name: 'Outlook (versione classica)',
    about:
      'Outlook dal 2016 al 2024 e Outlook classico di Microsoft 365, con un account IMAP o POP. Una casella Exchange o Microsoft 365 invia sempre tramite Microsoft: non ha un server in uscita da cambiare.',
    labels: { server: 'Server', encryption: 'Metodo di crittografia', username: 'Nome utente' },
    starttls: 'STARTTLS',
    choose:
      'Scegli STARTTLS. Nelle versioni più vecchie la parola non c’è: lì la stessa cosa si chiama TLS. SSL, SSL/TLS e Automatico iniziano in un altro modo, che né il relay né SMTP+ parlano.',
    steps: {
      open: 'File › Impostazioni account › Impostazioni server, poi apri “Posta in uscita”. Nelle versioni più vecchie: File › Impostazioni account › Impostazioni account, Cambia, Altre impostazioni, Impostazioni avanzate.',
      server: 'Scrivi server e porta e scegli il metodo di crittografia.',
      'sign-in':
        'Spunta “Il server della posta in uscita (SMTP) richiede l’autenticazione”, scegli “Accedi con” e scrivi nome utente e password. Lascia senza spunta l’autenticazione password di protezione (SPA). Nelle versioni più vecchie è la scheda “Server della posta in uscita”.',
      certificate:
        'Quando Outlook chiede del certificato di sicurezza, controlla che sia quello di SMTP+ Companion e rispondi Sì.',
      close: 'Avanti, Fine. Outlook prova la connessione e si manda un messaggio di prova.',
    },
    check: 'Scrivi un messaggio in Outlook e premi Invia, poi Invia/Ricevi (F9).',
  },
  'outlook-new': {
    name: 'Outlook (nuovo)',
    about:
      'Il nuovo Outlook non può avere un account che invia soltanto, e non si collega da questo computer: lo fanno i server di Microsoft. Perciò non raggiunge il relay. Con un account IMAP può inviare direttamente tramite SMTP+; Outlook classico e Thunderbird possono fare entrambe le cose.',
    labels: {
      server: 'Server SMTP in uscita',
      port: 'Porta SMTP',
      encryption: 'Tipo di connessione sicura SMTP',
      username: 'Nome utente SMTP',
      password: 'Password SMTP',
    },
    starttls: 'StartTLS',
    choose: 'Scegli StartTLS. SSL/TLS è l’altro modo, quello della porta 465, che SMTP+ non parla.',
    steps: {
      classic:
        'La via migliore: torna a Outlook classico, con l’interruttore “Nuovo Outlook” in alto a destra o con Guida › Vai a Outlook classico, e segui la sua guida.',
      add: 'Altrimenti: Impostazioni › Account › Account personali › Aggiungi account, scrivi l’indirizzo e apri la configurazione avanzata con IMAP. La metà superiore riguarda la posta in arrivo: i suoi dati li dà il tuo fornitore di posta.',
      values:
        'Nella metà per SMTP scrivi questi dati. La tua password passa dai server di Microsoft e vi resta conservata.',
    },
    check:
      'Scrivi un messaggio in Outlook e premi Invia. Va direttamente a SMTP+, quindi si vede in MailUp e non qui.',
  },
  'outlook-mac': {
    name: 'Outlook per Mac',
    about: 'Con un account IMAP o POP. Una casella Exchange o Microsoft 365 invia sempre tramite Microsoft.',
    labels: { server: 'Server in uscita', username: 'Nome utente' },
    starttls: 'Usa SSL per la connessione, con una porta diversa da 465',
    choose:
      'Qui la parola STARTTLS non c’è: con la porta indicata qui la si ottiene con “Usa SSL per la connessione (scelta consigliata)”. Non con la porta 465, che né il relay né SMTP+ parlano.',
    steps: {
      open: 'Outlook › Impostazioni › Account (nelle versioni più vecchie Strumenti › Account) e scegli l’account. Se mancano i campi del server, disattiva prima “Nuovo Outlook”.',
      server:
        'In Server in uscita scrivi server e porta, spunta “Sostituisci porta predefinita” e “Usa SSL per la connessione”.',
      'sign-in': 'Altre opzioni: come Autenticazione scegli “Nome utente e password” e scrivi entrambi.',
      certificate:
        'Quando Outlook dice di non poter verificare l’identità del server, mostra il certificato, scegli “Fidati sempre” e continua.',
    },
    check: 'Scrivi un messaggio in Outlook e premi Invia.',
  },
  thunderbird: {
    name: 'Thunderbird',
    about:
      'Qualsiasi versione degli ultimi anni. Account e posta in arrivo restano come sono; si aggiunge solo un server in uscita.',
    labels: { server: 'Nome server', encryption: 'Sicurezza della connessione', username: 'Nome utente' },
    starttls: 'STARTTLS',
    choose:
      'Scegli STARTTLS. SSL/TLS è l’altro modo, quello della porta 465; con Nessuna la password viaggerebbe senza protezione.',
    steps: {
      open: 'Menu ≡ › Impostazioni account, e in fondo all’elenco a sinistra “Server in uscita (SMTP)”. Premi Aggiungi.',
      add: 'Scrivi nome del server e porta; scegli la sicurezza della connessione; metodo di autenticazione “Password normale”; scrivi il nome utente e premi OK.',
      choose:
        'Nell’elenco a sinistra scegli il tuo account e, in basso a destra, in “Server in uscita (SMTP)”, quello nuovo.',
      password: 'Al primo messaggio Thunderbird chiede la password: scrivila e falla ricordare.',
      certificate:
        'Al primo messaggio Thunderbird avverte anche di un certificato sconosciuto: premi “Conferma eccezione di sicurezza”, con la spunta per salvarla in modo permanente, e invia di nuovo.',
    },
    check: 'Scrivi un messaggio in Thunderbird e premi Invia.',
  },
  'apple-mail': {
    name: 'Apple Mail (Mac)',
    about: 'Mail su macOS. L’account resta com’è; cambia solo il suo server in uscita.',
    labels: { server: 'Nome host', encryption: 'Utilizza TLS/SSL', username: 'Nome utente' },
    starttls: 'Utilizza TLS/SSL, con la spunta',
    choose:
      'Qui la parola STARTTLS non c’è: con la porta indicata qui la si ottiene con la spunta a “Utilizza TLS/SSL”. Con “Gestisci automaticamente le impostazioni di connessione” Mail può cambiare da sé porta e cifratura: togli quella spunta.',
    steps: {
      open: 'Mail › Impostazioni › Account, scegli l’account, scheda Impostazioni server. In Account posta in uscita scegli “Modifica elenco server SMTP”.',
      add: 'Premi + e scrivi nome host, nome utente e password.',
      advanced:
        'Scheda Avanzate (o Impostazioni server): togli la spunta a “Gestisci automaticamente le impostazioni di connessione”, scrivi la porta, spunta “Utilizza TLS/SSL”, Autenticazione: Password.',
      certificate:
        'Quando Mail non può verificare l’identità del server: Mostra certificato, spunta “Fidati sempre”, Connetti. macOS chiede la password del Mac.',
      save: 'OK, scegli il nuovo server come Account posta in uscita, e Salva.',
    },
    check:
      'Scrivi un messaggio in Mail e invialo; Finestra › Diagnosi connessione mostra se il server risponde.',
  },
  evolution: {
    name: 'Evolution',
    about: 'Il programma di posta di GNOME. Di un account cambia solo l’invio.',
    labels: { encryption: 'Metodo cifratura', username: 'Nome utente' },
    starttls: 'STARTTLS dopo la connessione',
    choose:
      'Scegli “STARTTLS dopo la connessione”. “TLS su una porta dedicata” è l’altro modo, quello della porta 465.',
    steps: {
      open: 'Modifica › Account, scegli l’account, Modifica, e Invio email. Tipo di server: SMTP.',
      server: 'Scrivi server e porta e scegli il metodo di cifratura.',
      'sign-in':
        'Spunta “Il server richiede autenticazione”, scegli il tipo PLAIN o Login e scrivi il nome utente. Evolution chiede la password al primo messaggio.',
      certificate: 'Quando Evolution chiede se fidarsi del certificato: Accetta permanentemente.',
    },
    check: 'Scrivi un messaggio in Evolution, premi Invia, poi Invia / Ricevi.',
  },
  'other-program': {
    name: 'Un altro programma',
    about:
      'Per tutto ciò che non è nell’elenco. Quasi ogni programma che invia posta chiede gli stessi pochi dati, sotto “SMTP”, “Posta in uscita” o “Server di posta”.',
    starttls: 'STARTTLS',
    choose:
      'Scegli STARTTLS. Dove ci sono solo Nessuna, SSL e TLS, TLS vuol dire quasi sempre STARTTLS. Automatico funziona se prova STARTTLS. SSL, SMTPS e “TLS implicito” sono il modo della porta 465, che né il relay né SMTP+ parlano.',
    steps: {
      find: 'Cerca SMTP, Posta in uscita, Server di posta o Notifiche tra le impostazioni del programma. Gira su questo computer? Allora scegli la via attraverso il relay; altrimenti quella diretta a SMTP+.',
      values:
        'Scrivi questi dati. Se chiede il tipo di autenticazione: Login, Plain, Password normale o Base; non OAuth, NTLM o SPA.',
      from: 'Imposta come mittente un indirizzo autorizzato, per esempio questo.',
      certificate:
        'Se chiede del certificato, accettalo una volta. Se rifiuta soltanto, dagli il certificato del relay come file di cui fidarsi.',
    },
    check: 'Fai inviare un messaggio al programma; molti hanno un pulsante “Invia e-mail di prova”.',
  },
}
