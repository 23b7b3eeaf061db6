import type { Words } from '../en.ts'

export const support: Words['support'] = {
  title: 'Rapporto per l’assistenza',
  body: 'Un solo file di testo con versioni, impostazioni, avvisi, rifiuti, risposte del server e la fine del registro. Nessuna password, nessun testo o oggetto dei messaggi. Leggilo prima di inviarlo.',
  withAddresses: 'Con gli indirizzi completi',
  withAddressesHint: 'Altrimenti anna@firm.example diventa a…@firm.example.',
  press: 'Salva il rapporto',
  written: 'Salvato come {{path}}.',
  notWritten: 'Il rapporto non è stato scritto in {{path}}: {{message}}. Scegli un altro posto, poi riprova.',
  failed: 'Non è stato possibile preparare il rapporto. Riprova.',
}
