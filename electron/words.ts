import type { AlertKind } from '../relay/domain/relay-event.ts'
import type { Language } from './ipc/window-contract.ts'

/** Main's own few sentences: tray, menu and desktop notifications. Everything in the window is in renderer/words. */
export type MainWords = {
  readonly open: string
  readonly quit: string
  readonly edit: string
  readonly view: string
  readonly window: string
  readonly running: string
  readonly notRunning: string
  readonly keepsRunning: { readonly title: string; readonly body: string }
  readonly stoppedForGood: { readonly title: string; readonly body: string }
  readonly alerts: Readonly<Record<AlertKind, string>>
  readonly severalAlerts: (count: number) => string
}

const english: MainWords = {
  open: 'Open SMTP+ Companion',
  quit: 'Quit and stop the relay',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  running: 'The relay is running',
  notRunning: 'The relay is not running',
  keepsRunning: {
    title: 'The relay keeps running',
    body: 'Your programs can still send. To open the window again, start SMTP+ Companion once more; to stop the relay, quit from its menu.',
  },
  stoppedForGood: {
    title: 'The relay has stopped',
    body: 'It ended five times in five minutes. Programs here can’t send until you open SMTP+ Companion and start it again.',
  },
  alerts: {
    'unauthorized-sender': 'A sender that is not authorized was used',
    'sender-not-verified': 'A sender that is not verified was used',
    'credentials-refused': 'SMTP+ refused the user name or the password. Your messages wait',
    'account-blocked': 'SMTP+ has blocked the account. Your messages wait',
    'upstream-unreachable': 'The server can’t be reached. Your messages wait and are tried again',
    certificate: 'There is trouble with a server’s certificate',
    'delivery-failing': 'Messages are not being delivered',
    'queue-growing': 'More and more messages are waiting',
    'disk-low': 'The disk is almost full: soon no new messages are accepted',
    'relay-stopped': 'The relay had stopped',
  },
  severalAlerts: (count) => `${count} alerts`,
}

const italian: MainWords = {
  open: 'Apri SMTP+ Companion',
  quit: 'Esci e ferma il relay',
  edit: 'Modifica',
  view: 'Vista',
  window: 'Finestra',
  running: 'Il relay è in funzione',
  notRunning: 'Il relay non è in funzione',
  keepsRunning: {
    title: 'Il relay resta in funzione',
    body: 'I tuoi programmi possono ancora inviare. Per riaprire la finestra avvia di nuovo SMTP+ Companion; per fermare il relay scegli Esci dal suo menu.',
  },
  stoppedForGood: {
    title: 'Il relay si è fermato',
    body: 'Si è chiuso cinque volte in cinque minuti. I programmi non possono inviare finché non apri SMTP+ Companion e lo riavvii.',
  },
  alerts: {
    'unauthorized-sender': 'È stato usato un mittente non autorizzato',
    'sender-not-verified': 'È stato usato un mittente non verificato',
    'credentials-refused': 'SMTP+ ha rifiutato il nome utente o la password. I messaggi restano in attesa',
    'account-blocked': 'SMTP+ ha bloccato l’account. I messaggi restano in attesa',
    'upstream-unreachable': 'Il server non è raggiungibile. I messaggi restano in attesa e saranno ritentati',
    certificate: 'C’è un problema con il certificato di un server',
    'delivery-failing': 'Alcuni messaggi non vengono consegnati',
    'queue-growing': 'I messaggi in attesa continuano ad aumentare',
    'disk-low': 'Il disco è quasi pieno: presto non si accettano nuovi messaggi',
    'relay-stopped': 'Il relay si era fermato',
  },
  severalAlerts: (count) => `${count} avvisi`,
}

export const mainWords: Readonly<Record<Language, MainWords>> = { en: english, it: italian }
