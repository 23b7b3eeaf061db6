import type { Words } from '../en.ts'

export const alertCauses: Words['alertCauses'] = {
  'unauthorized-sender': {
    title: 'Un mittente non autorizzato: {{about}}',
    happened: '“{{login}}” ha usato quell’indirizzo, che non può inviare tramite “{{user}}”.',
    message: 'Il messaggio è stato {{fate}}.',
    cure: 'Autorizza l’indirizzo se è tuo. Altrimenti sospendi l’accesso e controlla il programma.',
  },
  'form-sender': {
    title: 'Un modulo usa i visitatori come mittenti',
    happened:
      '“{{login}}” mette in From indirizzi sempre diversi, l’ultimo è {{about}}: così fa un modulo online.',
    message: 'Ogni messaggio così è stato {{fate}}.',
    cure: 'Fa’ scrivere al modulo un indirizzo autorizzato in From e quello del visitatore in Reply-To. Il relay può farlo per questo accesso.',
  },
  'sender-not-verified': {
    title: 'Non ancora verificato: {{about}}',
    happened: '“{{login}}” ha usato quell’indirizzo. È nella lista di “{{user}}” ma non è verificato.',
    message: 'Il messaggio è stato {{fate}}.',
    cure: 'Una voce non autorizza nulla finché non è verificata. Verificala, poi invia di nuovo.',
  },
  'credentials-refused': {
    title: 'SMTP+ ha rifiutato il nome utente o la password di “{{user}}”',
    happened: 'Il server ha risposto: {{about}}',
    message: 'La sua posta attende al sicuro.',
    cure: 'Inserisci di nuovo la password; reimpostala in MailUp se è andata persa.',
  },
  'account-blocked': {
    title: 'SMTP+ ha bloccato “{{user}}”',
    happened: 'Il server ha risposto: {{about}}',
    message: 'La sua posta attende al sicuro.',
    cure: 'Controlla l’utente in MailUp, oppure chiedi all’assistenza di MailUp.',
  },
  'upstream-unreachable': {
    title: 'Il server di “{{user}}” non è raggiungibile',
    happened: 'La posta non passa: {{about}}',
    message: 'Attende al sicuro e viene ritentata da sola.',
    cure: 'Controlla la connessione a Internet; se è chiusa solo questa porta, prova la 2525.',
  },
  'certificate-not-trusted': {
    title: 'Il certificato del server non è in ordine',
    happened: 'Il server di “{{user}}” non ha potuto dimostrare chi è: {{about}}',
    message: 'Non è stato inviato nulla; la posta attende al sicuro.',
    cure: 'Controlla il nome del server; se un firewall o un antivirus ispeziona la posta, escludi questo server.',
  },
  'server-certificate-expiring': {
    title: 'Il certificato di un server di posta scade presto',
    happened: 'Quello di {{about}} scade entro due settimane.',
    message: 'La posta parte ancora. Dopo la scadenza attenderà.',
    cure: 'Deve rinnovarlo chi gestisce quel server.',
  },
  'own-certificate-expiring': {
    title: 'Il certificato del relay scade presto',
    happened: 'Quello che i programmi trovano qui ({{about}}) scade entro due settimane.',
    message: 'La posta parte ancora. Dopo la scadenza i programmi non vorranno più inviare.',
    cure: 'Esci dall’app e riaprila: ne crea uno nuovo. I programmi potrebbero chiedere una volta se fidarsi.',
  },
  'gave-up': {
    title: 'Un messaggio di “{{user}}” è stato abbandonato',
    happened: 'Non si è potuto consegnare nel tempo previsto per i tentativi. L’ultima risposta: {{about}}',
    message: 'Non è stato consegnato e viene conservato per 30 giorni.',
    cure: 'Apri Attività: lì si può ritentare o eliminare.',
  },
  'refused-for-good': {
    title: 'Un messaggio di “{{user}}” è stato rifiutato definitivamente',
    happened: 'Almeno un destinatario è stato rifiutato. La risposta: {{about}}',
    message: 'A quel destinatario non è arrivato e non viene ritentato; resta per 30 giorni.',
    cure: 'Apri Attività per vedere il destinatario. Correggi ciò che dice la risposta e invia di nuovo.',
  },
  'notice-not-delivered': {
    title: 'Un mittente di “{{user}}” non è stato avvisato di una mancata consegna',
    happened:
      'L’avviso non è stato accettato; questi avvisi non hanno mittente di busta. La risposta: {{about}}',
    message: 'Il messaggio in questione resta in Attività; solo il suo mittente non lo sa.',
    cure: 'Avvisa il mittente. Se succede ogni volta, disattiva questi avvisi per l’utente.',
  },
  'waiting-long': {
    title: 'La posta di “{{user}}” attende da molto',
    happened: 'L’ultima risposta: {{about}}',
    message: 'Attende al sicuro e viene ritentata da sola.',
    cure: 'Apri Attività per leggere cosa risponde il server.',
  },
  'password-unavailable': {
    title: 'La password di “{{user}}” non è disponibile',
    happened: 'Il relay non riesce ad averla: {{about}}',
    message: 'La sua posta attende al sicuro.',
    cure: 'Sblocca il portachiavi di questo computer, oppure inserisci la password.',
  },
  'message-damaged': {
    title: 'Un messaggio di “{{user}}” non è più leggibile',
    happened: 'Il relay lo ha trovato danneggiato sul disco: {{about}}',
    message: 'Non è stato inviato e resta conservato, sospeso. Il resto della posta prosegue.',
    cure: 'Invialo di nuovo dal programma, poi eliminalo in Attività. Controlla se il disco è in ordine.',
  },
  'database-damaged': {
    title: 'Il database del relay è danneggiato',
    happened: 'Una parte della coda sul disco non si può leggere: {{about}}',
    message: 'Niente è stato eliminato. Ciò che si trova nella parte danneggiata non viene inviato.',
    cure: 'Controlla se il disco è in ordine. Salva su file i messaggi in Attività, chiudi l’app, sposta altrove relay.db dalla sua cartella dei dati e riapri l’app.',
  },
  'database-set-aside': {
    title: 'La coda sul disco non si poteva leggere',
    happened:
      'All’avvio il relay ha trovato illeggibile il suo database, lo ha conservato come {{about}} e ne ha iniziato uno nuovo.',
    message: 'Niente è stato eliminato. I messaggi nel vecchio non sono stati inviati.',
    cure: 'Conserva quel file. Invia di nuovo ciò che i programmi hanno inviato per ultimo, e controlla se il disco è in ordine.',
  },
  'queue-growing': {
    title: 'Arriva più posta di quanta ne parta',
    happened: '{{about}} messaggi sono in attesa, e da mezz’ora sono sempre di più.',
    message: 'Attendono al sicuro.',
    cure: 'Guarda in Attività quale programma invia così tanto e, se non è voluto, sospendi il suo accesso.',
  },
  'disk-nearly-full': {
    title: 'Il disco è quasi pieno',
    happened: 'Resta poco spazio per {{about}}.',
    message: 'La posta parte ancora. Quando il disco è pieno il relay non ne accetta più.',
    cure: 'Libera spazio adesso.',
  },
  'disk-refuses-mail': {
    title: 'Il disco è pieno',
    happened: 'Non resta spazio per {{about}}.',
    message:
      'Per ora la nuova posta è rifiutata; i programmi la tengono e ritentano. Quella accettata è al sicuro.',
    cure: 'Libera spazio adesso.',
  },
  'outcome-not-written': {
    title: 'Il relay non riesce a scrivere sul disco',
    happened: 'Non ha potuto annotare che cosa è stato di un messaggio: {{about}}',
    message: 'Ciò che era stato accettato è al sicuro. Finché il disco non è scrivibile non parte altro.',
    cure: 'Libera spazio, e controlla se il disco è in ordine.',
  },
  'ended-unexpectedly': {
    title: 'Il relay si era fermato',
    happened:
      'È terminato senza che nessuno lo chiedesse; l’ultimo segno di vita: {{about}}. Ora è di nuovo in funzione.',
    message: 'Ciò che era stato accettato è al sicuro. Nel frattempo i programmi non potevano inviare.',
    cure: 'Se succede ancora, manda il registro dell’app a chi se ne occupa.',
  },
  'kept-ending': {
    title: 'Il relay si è fermato',
    happened: 'È terminato cinque volte in cinque minuti e non è stato riavviato.',
    message: 'Ciò che era stato accettato è al sicuro. I programmi non possono inviare.',
    cure: 'Avvialo da Inizio.',
  },
}
