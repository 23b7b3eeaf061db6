import type { Words } from '../en.ts'

export const guideScreen: Words['setUp']['guide'] = {
  start: 'Scegli il tuo programma',
  title: 'Quale programma?',
  body: 'Trova il tuo: avrai i passi con i tuoi dati.',
  search: 'Cerca per nome',
  searchHint: 'Per esempio Outlook, WordPress o stampante.',
  kind: 'Tipo di programma',
  all: 'Tutti',
  kinds: {
    'mail-program': 'Programmi di posta',
    phone: 'Telefoni',
    'web-mail': 'Posta nel browser',
    website: 'Siti e negozi',
    library: 'Codice tuo',
    'mail-server': 'Server e script',
    printer: 'Stampanti e scanner',
    storage: 'Archivi di rete',
    business: 'Gestionali',
  },
  found_one: '{{count}} programma trovato',
  found_other: '{{count}} programmi trovati',
  nothing: 'Nessun programma con questo nome.',
  notHere: 'Il mio non c’è',
  back: 'Un altro programma',
  backToSignIns: 'Accessi',
  way: 'Per quale via?',
  ways: { relay: 'Attraverso il relay', direct: 'Direttamente a SMTP+' },
  wayNotes: {
    relay: 'Consigliata: la posta viene controllata, conservata quando manca la connessione e mostrata qui.',
    direct:
      'Senza questo computer: può restare spento, ma qui nulla viene controllato, conservato o mostrato.',
  },
  reach: {
    never: 'Questo programma non raggiunge il relay su questo computer: c’è solo la via diretta a SMTP+.',
    'if-here':
      'Il relay è raggiungibile solo da ciò che gira su questo computer. È in hosting o su un altro computer? Allora direttamente a SMTP+.',
    network:
      'Un dispositivo raggiunge il relay solo se è aperto alla rete; questo computer dev’essere acceso quando invia.',
  },
  missing: {
    'not-possible': 'Questo programma non può seguire questa via.',
    'relay-not-there':
      'Il relay al momento non è raggiungibile, quindi qui manca il suo indirizzo. Inizio dice cosa fare.',
    'door-shut':
      'Il relay non è aperto alla rete. Aprilo per questo dispositivo, poi torna: il suo indirizzo comparirà qui.',
    'no-user':
      'Non c’è ancora un utente SMTP+, quindi per questa via non ci sono dati. Aggiungilo in Utenti.',
  },
  openDoor: 'Aprilo in Impostazioni',
  addUser: 'Aggiungi un utente SMTP+',
  signIn: 'Il suo accesso',
  signInBody: 'Il programma riceve un nome e una password propri per il relay.',
  existing: 'Oppure usane uno che c’è già',
  takeExisting: 'Accesso',
  chosen: 'Accesso “{{login}}”.',
  otherSignIn: 'Un altro accesso',
  passwordNow:
    'La password si vede solo questa volta. Lascia questa pagina solo quando il programma ce l’ha.',
  passwordKnown:
    'Password: quella mostrata quando questo accesso è stato creato. È andata persa? Creane una nuova in Accessi.',
  passwordOfUser:
    'Password: quella dell’utente SMTP+, che MailUp ha mostrato una volta. È andata persa? Reimpostala lì e inserisci quella nuova anche qui, in Utenti.',
  user: 'Utente SMTP+',
  steps: 'Passi',
  allValues: 'Tutti i dati insieme',
  code: 'Da incollare',
  codeNote: 'Con i tuoi dati, e mai con una password.',
  copyCode: 'Copia il testo',
  choose: 'Nessuna, SSL, TLS, STARTTLS o Automatico?',
  certificate: 'File del certificato',
  mistakes: 'Errori frequenti',
  check: 'Funziona?',
  namesNotCompared:
    'I nomi di menu e campi qui non sono stati confrontati con il programma: nel tuo possono essere un po’ diversi.',
  checkFirst: 'Prima crea l’accesso qui sopra: poi qui si vede, dal vivo, che cosa fa il programma.',
  checkDirect:
    'Inviato direttamente a SMTP+, non passa da qui. Lo mostra MailUp, nelle statistiche della lista dell’utente SMTP+.',
}
