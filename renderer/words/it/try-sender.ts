import type { Words } from '../en.ts'

export const trySender: Words['trySender'] = {
  title: 'Prova un mittente',
  body: 'Guarda che cosa deciderebbe il relay, e perché, prima che un programma invii qualcosa. Non viene inviato nulla.',
  from: 'Mittente della busta',
  fromHint: 'L’indirizzo con cui invia il programma. Quasi tutti usano quello del campo From.',
  message: 'Messaggio',
  messageHint:
    'Facoltativo. Incolla l’intestazione di un messaggio, o trascina qui il suo file: si guardano anche From, Sender e simili.',
  choose: 'Scegli il file di un messaggio',
  dropHint: 'Un file .eml, fino a {{size}}. Viene letto su questo computer e non va da nessuna parte.',
  dropped: '{{name}}, {{size}}',
  takeOut: 'Togli il file',
  tooLarge:
    '{{name}} è di {{size}}. Il relay accetta messaggi fino a {{limit}}: provane uno con allegati più piccoli.',
  unreadable:
    'Non è stato possibile leggere {{name}}. Salva di nuovo il messaggio come file .eml e prova quello.',
  run: 'Prova',
  needsSomething: 'Scrivi il mittente della busta, o dai un messaggio: allora si usa il suo From.',
  verdict: {
    allow: 'Partirebbe.',
    alert: 'Partirebbe, e ti verrebbe segnalato.',
    block: 'Verrebbe rifiutato.',
  },
  verdictOf: 'La decisione',
  facts: {
    identity: 'Controllato',
    address: 'Indirizzo',
    matched: 'Voce che lo permette',
    missed: 'Voce mancata',
    field: 'Campo',
    from: 'Mittente della busta',
    header: 'From',
  },
  covers: '{{entry}}, che vale solo per quel nome',
  everyone: 'Entrambe le liste sono vuote: può inviare chiunque',
  noEntry: 'Nessuna corrisponde',
  form: {
    refused: '{{address}} non può inviare tramite “{{user}}”.',
    title: 'Sembra un modulo online',
    body: 'Il modulo ha messo in From l’indirizzo del visitatore. Quell’indirizzo non è tuo, quindi non si può né verificare né autorizzare, per nessun visitatore.',
    cure: 'Fa’ scrivere al modulo un indirizzo autorizzato in From e quello del visitatore in Reply-To: le risposte arrivano comunque al visitatore. Se SMTP+ scarta un Reply-To diverso dal From, chiedi all’assistenza di MailUp di consentirlo.',
    rewrite: 'Fallo fare al relay per un accesso',
  },
}
