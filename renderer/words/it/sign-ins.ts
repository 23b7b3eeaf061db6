import type { Words } from '../en.ts'

export const signIns: Words['signIns'] = {
  table: 'Accessi',
  columns: { program: 'Programma', user: 'Utente SMTP+', state: 'Stato', seen: 'Ultima volta' },
  find: 'Cerca un accesso',
  count_one: '{{count}} accesso',
  count_other: '{{count}} accessi',
  noneFound: 'Nessun accesso si chiama così. Scrivi meno lettere del nome.',
  kind: 'Tipo di programma',
  kinds: {
    'mail-program': 'Programma di posta',
    accounting: 'Contabilità o gestionale',
    device: 'Stampante o scanner',
    website: 'Sito web',
    script: 'Procedura automatica',
  },
  noKind: 'Non indicato',
  active: 'Può inviare',
  paused: 'Sospeso',
  over: 'Tempo scaduto',
  nobody: 'Non può inviare con nessun mittente',
  noPassword: 'Serve una password',
  noPasswordNote:
    'Viene da un altro computer, e le password non viaggiano mai. Nessun programma può accedere qui finché non ne crei una nuova e la inserisci nel programma.',
  makePassword: 'Creala',
  makePasswordFor: 'Creala: una nuova password per “{{login}}”',
  never: 'Mai',
  neverSeen: 'Mai visto finora',
  until: 'Può inviare senza password fino a {{time}}.',
  untilOver: 'Ha potuto inviare senza password fino a {{time}}. Ora viene rifiutato.',
  keep: 'Lascialo inviare per sempre',
  pausedNote: 'Ora non può inviare: i suoi messaggi vengono rifiutati con una frase che lo dice.',
  how: 'Come accede',
  withPassword: 'Con nome e password',
  withAddress: 'Con il suo indirizzo, senza password',
  addresses: 'Indirizzi da cui invia',
  addressesHint:
    'Uno per riga, come 192.168.1.20; oppure un blocco, come 192.168.1.0/24. Tra due blocchi decide il più stretto.',
  addressRisk:
    'Chi ha uno di questi indirizzi può inviare a tuo nome, senza dimostrare chi è. Usalo solo per un dispositivo che non sa accedere, con indirizzo fisso, in una rete di cui ti fidi, e dagli mittenti propri.',
  addressDoor:
    'Ora solo questo computer raggiunge il relay. Per un dispositivo in rete, apri “Dispositivi della tua rete” nelle Impostazioni.',
  toSettings: 'Apri le Impostazioni',
  addressReady: '“{{login}}” è pronto',
  addressReadyBody:
    'Inserisci questi dati nel dispositivo; lascia vuoti nome utente e password e disattiva l’accesso.',
  makeAddress: 'Crea l’accesso senza password',
  sent: 'Che cosa ha inviato',
  traffic: {
    today: 'Oggi',
    month: 'In 30 giorni',
    refused: 'Rifiutati in 30 giorni',
    last: 'Ultimo messaggio',
    exactly_one: '{{formatted}} messaggio',
    exactly_other: '{{formatted}} messaggi',
    atLeast_one: 'almeno {{formatted}} messaggio',
    atLeast_other: 'almeno {{formatted}} messaggi',
    none: 'Nessuno',
    lastLine: '{{time}}, {{subject}}, a {{to}}',
    noSubject: 'senza oggetto',
    unknown: 'Il relay ora non risponde. Inizio dice perché.',
  },
  rules: 'Che cosa può fare',
  ownDomains: 'Solo questi domini',
  ownSenders: 'Solo questi indirizzi',
  ownHint:
    'Separati da “;”. Vuoto: tutto ciò che può inviare “{{user}}”. Ciò che scrivi qui deve essere anche nelle liste di quell’utente.',
  ineffective_one:
    '{{list}} non è più nelle liste di “{{user}}”, perciò il relay non lo considera. Autorizzalo di nuovo lì, oppure toglilo qui.',
  ineffective_other:
    '{{list}} non sono più nelle liste di “{{user}}”, perciò il relay non li considera. Autorizzali di nuovo lì, oppure toglili qui.',
  nobodyNote:
    'Dei suoi mittenti non resta nulla, perciò non può inviare affatto. Svuota i campi per lasciargli inviare tutto ciò che può “{{user}}”.',
  limits: 'Limiti',
  messagesPerHour: 'Messaggi all’ora',
  messagesPerHourHint: 'Oltre, al programma viene detto quando riprovare. Vuoto: nessun limite.',
  recipients: 'Destinatari per messaggio',
  recipientsHint: 'Vuoto: 500.',
  whenUncertain: 'Quando è incerto se un messaggio è arrivato',
  whenUncertainChoices: {
    user: 'Come ha deciso il suo utente SMTP+',
    retry: 'Invialo di nuovo: meglio due volte che nessuna',
    ask: 'Aspetta che decida io: meglio nessuna che due volte',
  },
  print: 'Stampa',
  printed: 'Inviato alla stampante.',
  notPrinted:
    'Non è stato stampato nulla ({{detail}}). I dati sono ancora qui: copiali, oppure scegli una stampante e premi di nuovo.',
  sheet: {
    title: 'Dati di posta per “{{login}}”',
    intro: 'Inserisci questi dati nelle impostazioni della posta in uscita (SMTP).',
    noServer:
      'Mancano server e porta: ancora niente nella rete raggiunge il relay. In SMTP+ Companion, Impostazioni, “Dispositivi della tua rete”, permetti l’invio, poi scrivi qui l’indirizzo.',
    groups: 'Scrivi la password senza gli spazi: servono solo a leggerla meglio.',
    letters: 'Non contiene né zero né lettere O, né uno, né I maiuscola, né L minuscola.',
    secret: 'Chi ha questo foglio può inviare a tuo nome. Distruggilo dopo averlo copiato.',
    made: 'Creato {{time}} da SMTP+ Companion',
  },
  problems: {
    'wider-than-user':
      '“{{found}}” non è nelle liste di questo utente SMTP+. Un accesso può avere meno del suo utente, mai di più: aggiungilo prima in Mittenti, oppure toglilo qui.',
    'login-not-a-count': 'Scrivi un numero intero da 1 a 1.000.000, o lascia vuoto per nessun limite.',
    'too-many-recipients-wanted':
      'Scrivi un numero intero da 1 a 500, o lascia vuoto per quanti ne accetta il relay.',
    'device-address-taken':
      '“{{found}}” appartiene già a un altro accesso senza password. Toglilo prima lì, o indica un altro indirizzo.',
    'has-no-password': 'Questo accesso non ha password: si riconosce dal suo indirizzo.',
  },
}
