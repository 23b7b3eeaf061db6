import type { Words } from '../en.ts'
import { comparison } from './comparison.ts'

const health: Words['users']['health'] = {
  good: { word: 'Funziona', reason: 'L’app non sa di nulla che non vada.' },
  inactive: {
    word: 'Non attivo',
    reason: 'Ciò che i programmi inviano per suo conto è rifiutato. Rendilo attivo per inviare.',
  },
  'password-missing': {
    word: 'Password mancante',
    reason: 'La sua posta attende al sicuro. Inserisci la password e parte.',
  },
  'password-changed': {
    word: 'Password cambiata',
    reason:
      'Un altro programma ha messo una nuova password nel portachiavi. La posta parte con quella; sostituiscila se è sbagliata.',
  },
  'password-unavailable': {
    word: 'Password non disponibile',
    reason:
      'Il portachiavi non l’ha data. La sua posta attende: sblocca il portachiavi o inserisci la password.',
  },
  'credentials-refused': {
    word: 'Password rifiutata',
    reason: 'Il server ha rifiutato nome utente o password. La sua posta attende: sostituisci la password.',
  },
  'account-blocked': {
    word: 'Bloccato',
    reason: 'SMTP+ ha bloccato questo utente. La sua posta attende: vedi le sue impostazioni in MailUp.',
  },
  'upstream-unreachable': {
    word: 'Server non raggiunto',
    reason: 'La sua posta attende e si riprova da sola. Controlla server, porta e la tua connessione.',
  },
  certificate: {
    word: 'Certificato in dubbio',
    reason:
      'Il server non ha potuto provare chi è, perciò nulla è stato inviato. Gli Avvisi dicono cosa fare.',
  },
  'delivery-failing': {
    word: 'Messaggi rifiutati',
    reason: 'Il server ha rifiutato definitivamente alcuni suoi messaggi. Gli Avvisi dicono quali e perché.',
  },
  'nothing-verified': {
    word: 'Nulla di verificato',
    reason: 'Nessuna voce delle sue liste autorizza ancora qualcuno. Verificane una e la posta può partire.',
  },
  anyone: {
    word: 'Aperto a tutti',
    reason: 'Le due liste sono vuote: ogni mittente può inviare. Meglio aggiungere il tuo dominio.',
  },
}

const keychain: Words['users']['keychain'] = {
  mailWaits: 'La posta che ha bisogno di una sua password attende e non va persa.',
  absent: {
    title: 'Su questo computer non c’è un portachiavi in funzione.',
    linux:
      'Installa e avvia GNOME Keyring o KDE Wallet, poi riprova. Fino ad allora una password si può tenere solo finché non esci.',
    darwin:
      'Accedi a questo Mac con il tuo account, poi riprova. Fino ad allora una password si può tenere solo finché non esci.',
    win32:
      'Avvia il servizio di Windows “Gestione credenziali”, poi riprova. Fino ad allora una password si può tenere solo finché non esci.',
  },
  locked: {
    title: 'Il portachiavi è bloccato.',
    linux: 'Sbloccalo in “Password e chiavi” o “KWalletManager” con la tua password di accesso, poi riprova.',
    darwin: 'Sblocca il portachiavi di login in “Accesso Portachiavi”, poi riprova.',
    win32: 'Accedi di nuovo a Windows, poi riprova.',
  },
  denied: {
    title: 'Il portachiavi ha respinto questa app.',
    linux: 'Consenti SMTP+ Companion in “Password e chiavi” o “KWalletManager”, poi riprova.',
    darwin:
      'In “Accesso Portachiavi” apri l’elemento “SMTP+ Companion”, consenti questa app in Controllo accesso, poi riprova.',
    win32:
      'Chiedi a chi amministra questo computer se una regola vieta di salvare le credenziali, poi riprova.',
  },
  'not-answering': {
    title: 'Il portachiavi non risponde.',
    linux:
      'Guarda se chiede qualcosa in un’altra finestra. Se no, esci dalla sessione e rientra per riavviarlo, poi riprova.',
    darwin: 'Guarda se chiede qualcosa in un’altra finestra. Se no, riavvia il Mac, poi riprova.',
    win32: 'Guarda se Windows chiede qualcosa in un’altra finestra. Se no, riavvia il computer, poi riprova.',
  },
}

export const users: Words['users'] = {
  comparison,
  title: 'Utenti',
  body: 'Gli utenti SMTP+: da dove parte la posta, con quale password e secondo quali regole.',
  add: 'Aggiungi un utente SMTP+',
  empty:
    'Non c’è ancora un utente SMTP+. Finché non ne aggiungi uno, la posta resta su questo computer, nella casella di prova.',
  editPractice: 'L’utente di prova appartiene all’app; si può cambiare solo chi può inviare.',
  seeSenders: 'Chi può inviare',
  newPassword: 'Sostituisci la password di “{{user}}”',
  replacePassword: 'Sostituisci la password',
  passwordNote: 'Quella salvata non viene mai mostrata. Una nuova password la sostituisce subito.',
  passwordSaved: 'La nuova password è salvata.',
  remove: 'Rimuovi “{{user}}”',
  removeSure: 'Rimuove “{{user}}” e la sua password da questo computer. In SMTP+ non cambia nulla.',
  port: 'Porta {{port}}',
  practiceWhere: 'su questo computer',
  clearText:
    'Senza cifratura chiunque si trovi sul percorso può leggere posta e password. Solo per un server nella tua rete interna.',
  portHint: '25, o da 1025 a 5000.',
  portUnusual: 'È una porta insolita per la posta. Salvala se te l’ha data chi gestisce quel server.',
  usernameUnusual: 'I nomi utente SMTP+ sono come s12345_6. Salva questo se MailUp lo mostra proprio così.',
  serverUse: 'Usa {{server}}',
  priorities: {
    veryHigh: '1, molto alta',
    high: '2, alta',
    normal: '3, normale',
    low: '4, bassa',
    veryLow: '5, molto bassa',
  },
  priorityShort: 'Priorità {{priority}}',
  priorityHint: 'Vale la più alta fra questa e quella del messaggio.',
  statusHint: 'Un utente non attivo non invia nulla.',
  more: 'Altro: mittenti non autorizzati, velocità, notifiche, campagna',
  unauthorized: 'Mittenti non autorizzati',
  unauthorizedHint: 'La posta da un indirizzo che non è in nessuna delle due liste.',
  block: 'Bloccala e genera un avviso',
  alert: 'Inviala e genera un avviso',
  perHour: 'Messaggi all’ora',
  perHourHint: 'La velocità che hai acquistato. Vuoto: quanto il server ne accetta.',
  uncertain: 'Quando è incerto se un messaggio è arrivato',
  uncertainHint: 'La connessione è caduta durante la consegna.',
  uncertainRetry: 'Invialo di nuovo: può arrivare due volte',
  uncertainAsk: 'Aspetta che decida io',
  notices: 'Notifiche di mancata consegna',
  noticesHint: 'Posta al mittente di un messaggio che non si è potuto consegnare.',
  noticesOnRequest: 'Quando il programma l’ha chiesta',
  noticesAlways: 'Sempre',
  separateList:
    'MailUp consiglia una Lista separata solo per SMTP+: messaggi e statistiche restano distinti dalle newsletter.',
  smtpApi: {
    title: 'Campagna (X-SMTPAPI)',
    hint: 'Per i messaggi che non portano un proprio X-SMTPAPI. Lascia tutto vuoto per non aggiungerlo.',
    campaignName: 'Nome della campagna',
    campaignCode: 'Codice della campagna',
    header: 'Intestazione',
    footer: 'Piè di pagina',
    'as-set': 'Come impostato in MailUp',
    on: 'Sì',
    off: 'No',
  },
  columns: {
    user: 'Utente',
    status: 'Stato',
    entries: 'Può inviare',
    lastDelivery: 'Ultima consegna',
    health: 'Come sta',
  },
  entries_zero: 'Nessuna voce',
  entries_one: '{{count}} voce',
  entries_other: '{{count, number}} voci',
  entriesAll: 'Ogni mittente',
  entriesVerified: 'verificate: {{count}}',
  never: 'Ancora mai',
  search: 'Cerca un utente',
  shown_one: '{{count}} utente',
  shown_other: '{{count}} utenti',
  health,
  keychain,
  checkNow: 'Controlla ora',
  checkFine:
    'Funziona: {{server}} ha accettato nome utente e password sulla porta {{port}}. Nessun messaggio è stato inviato.',
  checkFineOpen:
    'Funziona: {{server}} risponde sulla porta {{port}} e non chiede un accesso. Nessun messaggio è stato inviato.',
  allPorts: 'Guarda tutte le porte',
  duplicate: 'Duplica',
  duplicateOf: 'Un duplicato di “{{user}}”',
  mailWaits_one: '{{count}} messaggio è in attesa. Che ne sarà?',
  mailWaits_other: '{{count}} messaggi sono in attesa. Che ne sarà?',
  noMailWaits: 'Nessun suo messaggio è in attesa.',
  keepMail: 'Tienilo sospeso, finché un utente con questo nome non torna',
  moveTo: 'Sposta a “{{user}}”',
  movedMailRules: 'Ciò che quell’utente non può inviare resta sospeso lì, visibile in Attività.',
  deleteMail: 'Elimina',
  signInsBound_one: 'Gli appartiene un accesso ({{names}}). Che ne sarà?',
  signInsBound_other: 'Gli appartengono {{count}} accessi ({{names}}). Che ne sarà?',
  noSignIns: 'Nessun accesso gli appartiene.',
  removeSignIns: 'Rimuovi: quei programmi non potranno più inviare',
  serverHint: 'SMTP+ è in.smtpok.com.',
  keepUntilQuit: 'Tienila solo finché non esco',
  untilQuitNote: 'La password resta finché non esci dall’app. Dopo, inseriscila di nuovo.',
  userSavedPasswordNot: 'L’utente è salvato; la sua password non lo è ancora.',
  passwordNotReplaced: 'La nuova password non è salvata; quella di prima, se c’era, resta.',
  userGone:
    'Nel frattempo questo utente è stato rimosso, quindi la password non è salvata. Aggiungilo di nuovo.',
  trimmed:
    'Ciò che hai incollato ha uno spazio o un a capo in più, che difficilmente fa parte della password.',
  severalLines:
    'Hai incollato più righe, che sono state unite. Controlla che nel campo ci sia solo la password.',
  trimmedUse: 'Usala senza',
  password: {
    keychain: 'Password nel portachiavi',
    'changed-outside': 'Password nel portachiavi, cambiata da un altro programma',
    'until-quit': 'Password tenuta finché non esci',
    missing: 'Password mancante',
    'not-needed': 'Password non necessaria',
  },
}
