import type { Words } from '../en.ts'

export const firstMessage: Words['firstMessage'] = {
  send: 'Invia il messaggio',
  fromHint: 'Un indirizzo che può inviare tramite questo utente.',
  toHint: 'Il tuo indirizzo, per vederlo arrivare.',
  watching: 'Ora invia un messaggio da “{{login}}”. Ogni passo compare qui mentre avviene.',
  refusals: {
    'not-authorized':
      'Non inviato: quel mittente non può inviare tramite questo utente. Usane un altro, oppure autorizzalo in Mittenti.',
    'recipient-malformed': 'Non inviato: “A” non è un indirizzo solo. Scrivilo come anna@latuaazienda.it.',
    'no-such-user': 'Non inviato: questo utente SMTP+ non c’è più. Scegline un altro.',
    storage:
      'Non inviato: il messaggio non si è potuto conservare su disco. Libera spazio su disco, poi invia di nuovo.',
  },
  progress: 'Avanzamento',
  lines: {
    listening: 'Il relay è in ascolto su {{address}}.',
    waitingForProgram: 'In attesa che “{{login}}” si colleghi…',
    signedIn: 'Collegato, accesso riuscito come “{{login}}”.',
    accepted: 'Mittente {{address}} accettato. Il messaggio è al sicuro su disco.',
    sending: 'Consegna in corso…',
    sent: 'Inviato. SMTP+ ha risposto: {{reply}}',
    sentPractice: 'Inviato. Il server di prova ha risposto: {{reply}}',
    waiting: 'Non ancora inviato: {{reply}} Il prossimo tentativo è alle {{time}}.',
    waitingSoon: 'Non ancora inviato: {{reply}} Il nuovo tentativo parte da solo.',
    held: 'In attesa: {{why}}',
    failed: 'Non consegnato. Il server ha risposto: {{reply}} Correggi ciò che indica, poi invia di nuovo.',
    uncertain:
      'La connessione è caduta durante la consegna: potrebbe essere arrivato. Guarda nella casella prima di inviarlo di nuovo.',
    down: 'Il relay al momento non è raggiungibile. Inizio dice perché e cosa fare.',
  },
}
