import type { Words } from '../en.ts'

export const comparison: Words['users']['comparison'] = {
  title: 'Confronta “{{user}}” con MailUp',
  open: 'Confronta con MailUp',
  body: 'Chiede a MailUp, con nome e password di questo utente, che cosa risulta dell’utente. Non invia e non cambia nulla.',
  unconfirmed:
    'Questa interfaccia non è confermata dalla documentazione del servizio: viene interrogata solo quando premi.',
  start: 'Chiedi ora a MailUp',
  again: 'Chiedi di nuovo a MailUp',
  notCompared: {
    'not-reached': 'MailUp non è raggiungibile. Controlla la connessione a internet e confronta di nuovo.',
    'not-answering': 'MailUp non ha risposto entro 10 secondi. Riprova più tardi.',
    certificate:
      'Il server non ha potuto dimostrare di essere MailUp, quindi non ha ricevuto nulla. Riprova da un’altra rete.',
    refused:
      'MailUp ha rifiutato di rispondere per questo utente. Controlla nome utente e password, o confronta a occhio in MailUp.',
    unavailable: 'MailUp ora non può rispondere. Riprova più tardi.',
    changed:
      'MailUp ha risposto in una forma che questa app non conosce: l’interfaccia può essere cambiata. Confronta a occhio in MailUp.',
    'keychain-absent':
      'Non c’è un portachiavi, quindi mancava la password per chiedere. Inseriscila di nuovo.',
    'keychain-locked':
      'Il portachiavi è bloccato, quindi MailUp non è stato interrogato. Sbloccalo e confronta di nuovo.',
    'keychain-denied':
      'Il portachiavi ha negato la password, quindi MailUp non è stato interrogato. Consentilo e confronta di nuovo.',
    'keychain-not-answering':
      'Il portachiavi non risponde, quindi MailUp non è stato interrogato. Riprova tra un minuto.',
    'item-missing':
      'Per questo utente non è conservata una password, quindi MailUp non è stato interrogato. Inseriscila e confronta di nuovo.',
    'user-unknown': 'Questo utente è stato tolto nel frattempo. Scegline un altro.',
    'not-at-smtp-plus':
      'Il server di questo utente non è SMTP+, quindi la sua password non viene mostrata a MailUp. Non c’è nulla da confrontare.',
    'username-missing': 'Questo utente non ha ancora un nome utente. Inseriscilo, salva e confronta.',
    'relay-not-answering': 'Il relay non ha risposto, quindi MailUp non è stato interrogato. Riprova.',
  },
  unchanged: 'Nulla è stato cambiato.',
  same: 'MailUp e questa app hanno le stesse impostazioni, per quanto MailUp dice.',
  differs: 'MailUp e questa app differiscono.',
  blockedUntil:
    'MailUp ha bloccato questo utente fino al {{time}}. La posta attende fino ad allora; chiedi a MailUp il motivo.',
  adminBlock:
    'L’amministrazione di MailUp ha bloccato questo utente. Chiedi all’assistenza di MailUp; la posta in attesa è conservata.',
  status: 'Stato: {{there}} in MailUp, {{here}} qui.',
  statusWord: { active: 'attivo', inactive: 'non attivo' },
  priority: 'Priorità: {{there}} in MailUp, {{here}} qui.',
  note: 'Nota in MailUp: {{there}}',
  lists: { domains: 'Domini autorizzati', senders: 'Mittenti autorizzati' },
  notTold: 'MailUp non lo dice.',
  sameList: 'Uguali da entrambe le parti.',
  onlyThere: 'Solo in MailUp: scegli che cosa riprendere',
  onlyHere:
    'Solo qui: {{entries}}. SMTP+ può rifiutare la posta di mittenti che non ha in lista: aggiungili in MailUp.',
  more: 'altre {{count}}',
  all: 'Tutte e {{count}}',
  unreadable: 'Non compreso e lasciato stare: {{entries}}.',
  takeOver_one: 'Riprendi {{count}} voce',
  takeOver_other: 'Riprendi {{count}} voci',
  takenOver: 'Ripreso. Le due liste sono salvate.',
}
