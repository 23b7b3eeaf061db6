import type { Words } from '../en.ts'

export const practice: Words['practice'] = {
  title: 'Casella di prova',
  body: 'I messaggi inviati tramite l’utente di prova. Sono finiti qui, su questo computer, e da nessun’altra parte.',
  empty: 'Qui non c’è ancora nulla. Invia un messaggio tramite l’utente di prova e comparirà.',
  list: 'Messaggi nella casella di prova',
  address: 'Il server di prova risponde su {{address}}.',
  read: 'Messaggio',
  notFound: 'Questo messaggio non è più nella casella.',
  from: 'Da',
  to: 'A',
  arrived: 'Arrivato',
  toLine: 'a {{recipients}}',
}
