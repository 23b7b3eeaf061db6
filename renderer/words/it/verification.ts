import type { Words } from '../en.ts'

type Verification = Words['verification']

const gone = {
  'user-unknown': 'Questo utente SMTP+ non c’è più. Torna indietro e scegline un altro.',
  'entry-unknown': 'Questa voce non è più nelle liste. Ricontrolla le liste.',
  'already-verified': 'È già verificata: può inviare.',
  'settings-not-saved':
    'Non è stato possibile scriverlo su disco, quindi non vale. Libera spazio o consenti la scrittura, poi riprova.',
}

const notAsked: Verification['notAsked'] = {
  ...gone,
  'user-inactive':
    'Nessun codice inviato: l’utente SMTP+ non è attivo. Rendilo attivo, poi chiedilo di nuovo.',
  'not-in-force':
    'Nessun codice inviato: il relay non ha ancora adottato le liste. Chiedilo di nuovo tra un momento.',
  storage:
    'Nessun codice inviato: il messaggio non si è potuto salvare su disco. Libera spazio, poi chiedilo di nuovo.',
  'relay-not-answering': 'Nessun codice inviato: il relay non risponde. Inizio dice cosa fare.',
}

const notTaken: Verification['notTaken'] = {
  ...gone,
  'no-code-asked': 'Non si aspetta nessun codice. Prima fattene inviare uno.',
  'wrong-code':
    'Non è il codice. Confrontalo con il messaggio più recente: un codice più vecchio non vale più.',
  'too-many-tries': 'Cinque codici sbagliati: questo non vale più. Fattene inviare uno nuovo.',
  'code-expired': 'Questo codice ha più di 30 minuti e non vale più. Fattene inviare uno nuovo.',
}

const notChecked: Verification['notChecked'] = {
  ...gone,
  'relay-not-answering': 'Non è stato controllato nulla: il relay non risponde. Inizio dice cosa fare.',
}

const check: Verification['check'] = {
  verified: 'Trovato. Il dominio è verificato.',
  'records-missing':
    'Non ancora verificato: i record non ci sono tutti. Se li hai appena pubblicati, aspetta e controlla di nuovo: possono volerci da 24 a 48 ore.',
  'no-such-domain':
    'Il DNS non conosce un dominio con questo nome. Guarda se è scritto bene; se lo è, chiedi a chi gestisce il dominio.',
  'dns-not-answering':
    'Il DNS non ha risposto entro 5 secondi. Controlla la connessione a Internet, poi riprova.',
  'dns-refused':
    'Il server DNS si è rifiutato di rispondere ({{code}}). Riprova più tardi o da un’altra rete.',
}

const state: Verification['state'] = {
  'not-verified': 'Non verificato, non autorizza nulla',
  waiting: 'In attesa del codice, non autorizza ancora nulla',
  verified: 'Verificato',
  'carried-over': 'Verificato in passato, ripreso',
}

const how: Verification['how'] = {
  code: 'Verificato con un codice, {{time}}',
  'dns-txt': 'Verificato con il suo record TXT, {{time}}',
  'smtp-plus-dns': 'Verificato con i record DNS di SMTP+, {{time}}',
  'confirmed-in-mailup': 'Verificato in MailUp, come confermato {{time}}',
}

const found: Verification['found'] = {
  found: 'trovato',
  missing: 'mancante',
  'without-smtp-plus': 'presente, ma senza include:musvc.com',
  several: 'più di un record v=spf1, quindi nessuno vale: uniscili in uno solo',
  'other-target': 'porta invece a {{target}}',
}

export const verification: Verification = {
  title: 'Domini e mittenti autorizzati',
  table: 'Voci di entrambe le liste',
  columns: { entry: 'Voce', covers: 'Chi può inviare', state: 'Stato' },
  covers: { domains: 'Ogni suo indirizzo', senders: 'Questo indirizzo' },
  state,
  how,
  inPractice: 'In prova vale come verificato',
  unverified_one:
    '{{count}} voce non è verificata e non autorizza nulla finché non lo è. Premila per verificarla.',
  unverified_other:
    '{{count, number}} voci non sono verificate e non autorizzano nulla finché non lo sono. Aprine una per verificarla.',
  find: 'Trova una voce',
  show: 'Voci da mostrare',
  showAll: 'Tutte',
  showUnverified: 'Non verificate',
  noneFound: 'Nessuna voce corrisponde. Cambia la ricerca.',
  confirmAll_one: 'L’ho confermata in MailUp',
  confirmAll_other: 'Le ho confermate tutte in MailUp ({{count, number}})',
  confirmAllSure_one:
    'Registrare che MailUp mostra {{count}} voce come verificata? Vale la tua parola, e può inviare subito.',
  confirmAllSure_other:
    'Registrare che MailUp mostra queste {{count}} voci come verificate? Vale la tua parola, e possono inviare subito.',
  authorizesNothing: 'Non autorizza nulla finché non è verificato: la sua posta viene rifiutata.',
  authorizesNothingAlert:
    'Non autorizza nulla finché non è verificato: la sua posta parte, ma conta come non autorizzata e ti viene segnalata.',
  carriedOverNote:
    'Era qui prima che l’app tenesse conto della verifica, e vale come verificato, come SMTP+ stesso ha fatto con i suoi account più vecchi.',
  verifiedNote: 'La sua posta può partire tramite “{{user}}”.',
  practiceNote: 'La posta dell’utente di prova resta su questo computer, quindi non c’è nulla da verificare.',
  notActive:
    'Ora ci sono mittenti verificati, ma l’utente SMTP+ “{{user}}” non è ancora attivo: per suo conto non parte nulla.',
  remove: 'Toglilo dalla lista',
  removeSure: 'Togliere {{entry}} dalla lista? La sua posta non sarà più autorizzata.',
  removeLastSure:
    'Togliere {{entry}} dalla lista? È l’ultima voce: con entrambe le liste vuote può inviare qualunque mittente.',
  code: {
    title: 'Con un codice',
    body: 'L’app invia un codice da questo indirizzo a sé stesso, tramite “{{user}}”. Chi può leggerlo lì può inviare a suo nome.',
    ask: 'Inviami un codice',
    askAgain: 'Invia un nuovo codice',
    look: 'Guarda nella casella di {{address}}, anche nella posta indesiderata.',
    mail: 'Il messaggio con il codice',
    mailElsewhere: 'Che cosa ne è stato del messaggio si vede in Attività.',
    field: 'Codice del messaggio',
    fieldHint: 'Otto lettere e cifre in due gruppi, come K7QF-2MXA.',
    required: 'Scrivi le otto lettere e cifre del messaggio.',
    verify: 'Verifica',
    validUntil_one: 'Valido fino alle {{time}}, ancora per {{count}} tentativo.',
    validUntil_other: 'Valido fino alle {{time}}, ancora per {{count}} tentativi.',
  },
  domain: {
    txtTitle: 'Con un record TXT',
    txtBody:
      'Pubblica questo record dove si gestisce il dominio. Dice solo che il dominio è tuo; per la posta non cambia nulla.',
    ownBody:
      'Servono comunque per una buona consegna: la tua posta porta così il tuo dominio, senza “via”. Se ci sono tutti, bastano come prova.',
    fields: { name: 'Nome', type: 'Tipo', value: 'Valore', points: 'Porta a' },
    check: 'Controlla ora',
    patience: 'I nuovi record si vedono dopo qualche minuto, a volte solo dopo 24 o 48 ore.',
    result: 'Che cosa dice il DNS',
    txt: 'Record TXT',
    spf: 'SPF',
  },
  mailUp: {
    title: 'Già verificato in MailUp',
    body: 'In MailUp, in Impostazioni, Impostazioni lista, SMTP+, ogni indirizzo e dominio mostra se è verificato. Se questo lo è, dillo qui; vale la tua parola.',
    open: 'Apri le impostazioni SMTP+',
    confirm: 'L’ho confermato in MailUp',
  },
  check,
  found,
  notAsked,
  notTaken,
  notChecked,
  added: {
    label_one: 'La nuova voce',
    label_other: 'Le {{count}} nuove voci',
    confirmed: 'Già verificate in MailUp',
    confirmedHint_one: 'Vale la tua parola: può inviare subito.',
    confirmedHint_other: 'Vale la tua parola: possono inviare subito.',
    later: 'Da verificare qui',
    laterHint_one: 'Fino ad allora non autorizza nulla.',
    laterHint_other: 'Fino ad allora non autorizzano nulla.',
  },
}
