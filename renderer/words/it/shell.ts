import type { Words } from '../en.ts'

export const shell: Words['shell'] = {
  appName: 'SMTP+ Companion',
  navigation: 'Navigazione principale',
  skip: 'Vai al contenuto',
  places: {
    home: 'Inizio',
    users: 'Utenti',
    senders: 'Mittenti',
    'set-up': 'Configura un programma',
    activity: 'Attività',
    alerts: 'Avvisi',
    practice: 'Casella di prova',
    settings: 'Impostazioni',
  },
  newAlerts_one: '{{count}} nuovo avviso',
  newAlerts_other: '{{count}} nuovi avvisi',
  relay: {
    starting: 'Relay in avvio',
    running: 'Relay in funzione',
    restarting: 'Relay in riavvio',
    'not-listening': 'Relay non raggiungibile',
    'stopped-for-good': 'Relay fermo',
  },
  opening: 'Apertura…',
  unreachable: {
    title: 'Questa finestra non riesce a raggiungere il resto dell’app.',
    body: 'La posta accettata è al sicuro su disco e continua a partire. Riprova; se non basta, esci dall’app e riaprila.',
  },
  callFailed:
    'Non ha funzionato: l’app non ha dato risposta. Se doveva cambiare qualcosa, controlla se è cambiato prima di premere di nuovo.',
  screenFailed: {
    title: 'Non è stato possibile mostrare questa schermata.',
    body: 'La tua posta non ne risente: il relay lavora per conto suo. Vai a Inizio, oppure chiudi e riapri la finestra.',
    action: 'Vai a Inizio',
  },
}
