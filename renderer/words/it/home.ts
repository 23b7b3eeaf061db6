import type { Words } from '../en.ts'

export const home: Words['home'] = {
  title: 'Inizio',
  sent_zero: 'Oggi non è ancora partito nulla',
  sent_one: '{{count}} messaggio inviato oggi',
  sent_other: '{{count}} messaggi inviati oggi',
  situations: {
    starting: 'Il relay si sta avviando.',
    restarting:
      'Il relay si è fermato in modo inatteso e viene riavviato. La posta che aveva accettato è al sicuro su disco.',
    'stopped-for-good':
      'Il relay si è fermato cinque volte in cinque minuti, quindi resta spento. La posta accettata è al sicuro su disco; i programmi non possono inviare finché non lo riavvii.',
    'relay-problem': '{{title}} {{body}}',
    'credentials-refused_one':
      '{{count}} messaggio è in attesa: SMTP+ ha rifiutato il nome utente o la password di “{{user}}”.',
    'credentials-refused_other':
      '{{count}} messaggi sono in attesa: SMTP+ ha rifiutato il nome utente o la password di “{{user}}”.',
    'account-blocked_one':
      '{{count}} messaggio è in attesa: SMTP+ ha bloccato “{{user}}”. Controlla le sue impostazioni in MailUp, poi riprova.',
    'account-blocked_other':
      '{{count}} messaggi sono in attesa: SMTP+ ha bloccato “{{user}}”. Controlla le sue impostazioni in MailUp, poi riprova.',
    'password-missing':
      'La posta di “{{user}}” non può partire: qui manca la sua password. Ciò che i programmi inviano attende al sicuro.',
    'keychain-closed': 'La posta di “{{user}}” non può partire e aspetta: {{keychain}}',
    uncertain_one:
      'La connessione è caduta durante la consegna di {{count}} messaggio: potrebbe essere arrivato. Decidi se inviarlo di nuovo.',
    uncertain_other:
      'La connessione è caduta durante la consegna di {{count}} messaggi: potrebbero essere arrivati. Decidi se inviarli di nuovo.',
    'held-by-rules_one':
      '{{count}} messaggio è sospeso: le regole sono cambiate e il suo mittente non può più inviare.',
    'held-by-rules_other':
      '{{count}} messaggi sono sospesi: le regole sono cambiate e i loro mittenti non possono più inviare.',
    held_one: '{{count}} messaggio è sospeso finché non lo sblocchi o lo elimini.',
    held_other: '{{count}} messaggi sono sospesi finché non li sblocchi o li elimini.',
    failed_one: 'Oggi {{count}} messaggio non è stato consegnato. La risposta del server dice perché.',
    failed_other: 'Oggi {{count}} messaggi non sono stati consegnati. Le risposte del server dicono perché.',
    'sender-refused': '{{address}} non può inviare tramite “{{user}}”. A suo nome non è partito nulla.',
    'sender-reported':
      '{{address}} non è autorizzato per “{{user}}”. La sua posta è partita comunque, come hai scelto.',
    'new-alert': '{{title}}. {{message}}',
    'new-alerts_one': '{{title}}, e {{count}} altro avviso.',
    'new-alerts_other': '{{title}}, e altri {{count}} avvisi.',
    'no-sign-in': 'Il relay è in funzione, ma nessun programma può ancora usarlo.',
    'first-message': 'Il relay è in funzione e aspetta il primo messaggio.',
    practice: 'Il relay è in funzione, in prova: {{sent}}, e tutto resta su questo computer.',
    waiting_one: 'Il relay è in funzione. {{sent}}, {{count}} messaggio attende il prossimo tentativo.',
    waiting_other: 'Il relay è in funzione. {{sent}}, {{count}} messaggi attendono il prossimo tentativo.',
    paced_one:
      'Il relay è in funzione. {{sent}}, {{count}} messaggio attende il suo turno. Fine prevista: {{time}} circa.',
    paced_other:
      'Il relay è in funzione. {{sent}}, {{count}} messaggi attendono il loro turno. Fine prevista: {{time}} circa.',
    fine: 'Il relay è in funzione. {{sent}}, niente in attesa.',
  },
  practiceSent_zero: 'oggi non è ancora partito nulla',
  practiceSent_one: '{{count}} messaggio oggi',
  practiceSent_other: '{{count}} messaggi oggi',
  actions: {
    'start-relay': 'Riavvia il relay',
    'use-port': 'Usa la porta {{port}}',
    'try-again': 'Riprova',
    'enter-password': 'Inserisci la password',
    'new-password': 'Inserisci la nuova password',
    'open-service': 'Apri le impostazioni SMTP+',
    'unlock-again': 'L’ho sbloccato: riprova',
    'see-messages': 'Vedi quali sono',
    'see-alerts': 'Vedi che cosa fare',
    'check-connection': 'Verifica la connessione',
    'set-up-program': 'Configura un programma',
    'send-first': 'Invia un primo messaggio',
    'open-practice': 'Apri la casella di prova',
    'see-activity': 'Vedi l’attività',
    'open-settings': 'Apri Impostazioni',
  },
  address: 'Indirizzo del relay',
  addressHint:
    'I programmi su questo computer inviano a questo server e a questa porta, con STARTTLS e un accesso creato da te.',
  notListening: 'Al momento non raggiungibile',
  today: 'Oggi',
  counts: {
    sent: 'Inviati',
    waiting: 'In attesa',
    refused: 'Rifiutati',
    failed: 'Non riusciti',
    held: 'Sospesi',
    uncertain: 'Incerti',
  },
  recent: 'Ultimi eventi',
  nothingYet: 'Non è ancora successo nulla. Il primo messaggio compare qui.',
  ownUser: 'Stai facendo una prova. Quando hai un utente SMTP+, aggiungilo e la tua posta parte davvero.',
  addUser: 'Aggiungi il mio utente SMTP+',
  notices: {
    settingsSetAside:
      'Non è stato possibile leggere il file delle impostazioni. È conservato come {{path}} e l’app è partita con impostazioni vuote: inserisci di nuovo il tuo utente SMTP+, oppure rimetti al suo posto una copia buona e riavvia.',
    databaseSetAside:
      'Non è stato possibile leggere la coda su disco. È conservata come {{path}}; i messaggi che contiene non sono stati inviati. Tieni quel file e chiedi aiuto prima di eliminarlo.',
    copyPath: 'Copia il percorso',
    seeDevices: 'Vedi quali dispositivi',
    openOn: 'Il relay risponde anche ad altri computer, su {{address}}.',
  },
}
