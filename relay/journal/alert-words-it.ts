import type { AlertTopic } from '../domain/alert-topic.ts'
import type { AlertText } from './alert-text.ts'

export const alertWordsItalian: Record<AlertTopic, AlertText> = {
  'unauthorized-sender': {
    title: 'Un mittente non autorizzato',
    happened: 'L’accesso {login} ha usato {about}, che non può inviare con l’utente SMTP+ {user}.',
    message: 'Il messaggio è stato {fate}.',
    cure: 'Se l’indirizzo è tuo, autorizzalo in SMTP+ Companion, Avvisi. Altrimenti sospendi l’accesso e controlla il programma.',
  },
  'form-sender': {
    title: 'Un modulo usa i visitatori come mittenti',
    happened:
      'L’accesso {login} mette in From indirizzi sempre diversi, l’ultimo è {about}: è il segno di un modulo online.',
    message: 'Per ciascun messaggio vale: è stato {fate}.',
    cure: 'Fai in modo che il modulo usi un From autorizzato e metta il visitatore in Reply-To; SMTP+ Companion può farlo per l’accesso {login}.',
  },
  'sender-not-verified': {
    title: 'Un mittente non ancora verificato',
    happened: 'L’accesso {login} ha usato {about}, che è nell’elenco di {user} ma non è verificato.',
    message: 'Il messaggio è stato {fate}.',
    cure: 'Verificalo in SMTP+ Companion, Mittenti.',
  },
  'credentials-refused': {
    title: 'SMTP+ ha rifiutato il nome utente o la password',
    happened: 'Il server ha rifiutato l’accesso dell’utente SMTP+ {user}. Ha risposto: {about}',
    message: 'Niente è perso: i messaggi attendono sul computer del relay.',
    cure: 'Inserisci di nuovo la password in SMTP+ Companion, Utenti; se è persa, reimpostala in MailUp.',
  },
  'account-blocked': {
    title: 'SMTP+ ha bloccato un utente',
    happened: 'Il server dice che l’utente SMTP+ {user} non è attivo. Ha risposto: {about}',
    message: 'Niente è perso: i messaggi attendono sul computer del relay.',
    cure: 'Controlla l’utente in MailUp, Impostazioni, SMTP+, oppure chiedi al suo supporto.',
  },
  'upstream-unreachable': {
    title: 'Il server di posta non risponde',
    happened: 'La posta dell’utente SMTP+ {user} non passa: {about}',
    message: 'Niente è perso: i messaggi attendono e vengono ritentati da soli.',
    cure: 'Controlla la connessione a Internet; se è chiusa solo questa porta, prova la 2525.',
  },
  'certificate-not-trusted': {
    title: 'Il certificato del server di posta non va bene',
    happened: 'Il server dell’utente SMTP+ {user} non ha potuto dimostrare chi è: {about}',
    message: 'Niente è stato inviato e niente è perso: i messaggi attendono.',
    cure: 'Controlla il nome del server. Se un firewall o un antivirus guarda dentro la posta, escludi questo server.',
  },
  'server-certificate-expiring': {
    title: 'Il certificato di un server di posta scade presto',
    happened: 'Il certificato di {about} scade entro due settimane.',
    message: 'La posta parte ancora. Dopo la scadenza i messaggi attenderanno.',
    cure: 'Deve rinnovarlo chi gestisce quel server.',
  },
  'own-certificate-expiring': {
    title: 'Il certificato del relay scade presto',
    happened: 'Il certificato che i programmi trovano qui ({about}) scade entro due settimane.',
    message: 'La posta parte ancora. Dopo la scadenza i programmi non vorranno più inviare.',
    cure: 'Esci da SMTP+ Companion e avvialo di nuovo: ne crea uno nuovo. I programmi potrebbero chiedere una volta se fidarsi.',
  },
  'gave-up': {
    title: 'Un messaggio non consegnato',
    happened:
      'Un messaggio dell’utente SMTP+ {user} non è stato consegnato nel tempo previsto per i tentativi. L’ultima risposta: {about}',
    message: 'Non è stato consegnato e viene conservato per 30 giorni.',
    cure: 'Apri SMTP+ Companion, Attività: lì puoi ritentarlo o eliminarlo.',
  },
  'refused-for-good': {
    title: 'Un messaggio rifiutato definitivamente',
    happened:
      'Un messaggio dell’utente SMTP+ {user} è stato rifiutato per almeno un destinatario. La risposta: {about}',
    message: 'A quel destinatario non è arrivato e non viene ritentato; resta per 30 giorni.',
    cure: 'Apri SMTP+ Companion, Attività: mostra il destinatario. Correggi ciò che dice la risposta e invia di nuovo.',
  },
  'notice-not-delivered': {
    title: 'Un mittente non avvisato di una mancata consegna',
    happened:
      'Un avviso a un mittente dell’utente SMTP+ {user} non è stato accettato; questi avvisi non hanno mittente di busta. La risposta: {about}',
    message: 'Il messaggio in questione resta in Attività; solo il suo mittente non lo sa.',
    cure: 'Apri SMTP+ Companion, Attività, e avvisa il mittente. Se succede ogni volta, disattiva questi avvisi per l’utente.',
  },
  'waiting-long': {
    title: 'La posta attende da molto',
    happened:
      'Messaggi dell’utente SMTP+ {user} attendono da più del limite impostato. L’ultima risposta: {about}',
    message: 'Niente è perso: attendono e vengono ritentati da soli.',
    cure: 'Apri SMTP+ Companion, Attività, per vedere che cosa risponde il server.',
  },
  'password-unavailable': {
    title: 'Una password non si trova',
    happened: 'Il relay non può avere la password dell’utente SMTP+ {user}.',
    message: 'Niente è perso: i messaggi attendono sul computer del relay.',
    cure: 'Sblocca il portachiavi di quel computer, oppure inserisci la password in SMTP+ Companion, Utenti.',
  },
  'message-damaged': {
    title: 'Un messaggio danneggiato sul disco',
    happened: 'Il relay ha trovato danneggiato sul disco un messaggio dell’utente SMTP+ {user}: {about}',
    message: 'Non è stato inviato e resta conservato, sospeso. Il resto della posta prosegue.',
    cure: 'Invialo di nuovo dal programma, poi eliminalo in SMTP+ Companion, Attività, Sospesi. Controlla se il disco è in ordine.',
  },
  'database-damaged': {
    title: 'Database del relay danneggiato',
    happened: 'Una parte della coda sul disco del relay non si può leggere: {about}',
    message: 'Niente è stato eliminato. Ciò che si trova nella parte danneggiata non viene inviato.',
    cure: 'Controlla se il disco è in ordine. Salva su file i messaggi in Attività, chiudi SMTP+ Companion, sposta altrove relay.db dalla sua cartella dei dati e riavvialo.',
  },
  'database-set-aside': {
    title: 'La coda del relay non si poteva leggere',
    happened:
      'All’avvio il relay ha trovato illeggibile il suo database, lo ha conservato come {about} e ne ha iniziato uno nuovo.',
    message: 'Niente è stato eliminato. I messaggi nel vecchio non sono stati inviati.',
    cure: 'Conserva quel file. Invia di nuovo ciò che i programmi hanno inviato per ultimo, e controlla se il disco è in ordine.',
  },
  'queue-growing': {
    title: 'I messaggi in attesa aumentano',
    happened: '{about} messaggi sono in attesa, e da mezz’ora sono sempre di più.',
    message: 'Niente è perso: attendono sul computer del relay.',
    cure: 'Guarda in SMTP+ Companion, Attività, quale programma invia così tanto, e sospendi il suo accesso se non è voluto.',
  },
  'disk-nearly-full': {
    title: 'Il disco sta per riempirsi',
    happened: 'Sul disco del relay ({about}) resta poco spazio.',
    message: 'La posta parte ancora. A disco pieno non si accettano nuovi messaggi.',
    cure: 'Libera subito spazio su quel computer.',
  },
  'disk-refuses-mail': {
    title: 'Il disco del relay non ha spazio',
    happened: 'Sul disco del relay ({about}) non resta spazio.',
    message:
      'Per ora i nuovi messaggi sono rifiutati; i programmi li tengono e ritentano. Quelli accettati sono al sicuro.',
    cure: 'Libera subito spazio su quel computer.',
  },
  'outcome-not-written': {
    title: 'Il relay non riesce a scrivere sul disco',
    happened: 'Il relay non ha potuto annotare che cosa è stato di un messaggio: {about}',
    message: 'I messaggi accettati sono al sicuro. Finché il disco non è scrivibile non parte altro.',
    cure: 'Libera spazio su quel computer, e controlla se il disco è in ordine.',
  },
  'ended-unexpectedly': {
    title: 'Il relay si era fermato',
    happened:
      'Il relay è terminato senza che nessuno lo chiedesse; l’ultimo segno di vita è delle {about}. Ora è di nuovo attivo.',
    message: 'I messaggi accettati sono al sicuro. Nel frattempo i programmi non potevano inviare.',
    cure: 'Se succede ancora, manda il registro di SMTP+ Companion a chi se ne occupa.',
  },
  'kept-ending': {
    title: 'Il relay si ferma di continuo',
    happened: 'Il relay è terminato cinque volte in cinque minuti e non è stato riavviato.',
    message: 'I messaggi accettati sono al sicuro. I programmi non possono inviare.',
    cure: 'Apri SMTP+ Companion e avvia il relay.',
  },
}
