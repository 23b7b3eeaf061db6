import type { Words } from '../en.ts'

export const transfer: Words['transfer'] = {
  title: 'Trasferisci e conserva',
  hint: 'Un file con tutto ciò che hai impostato: utenti, liste con ciò che è verificato, accessi, avvisi. Le password non ci sono mai.',
  exportPress: 'Salva le impostazioni in un file',
  importPress: 'Importa le impostazioni da un file',
  written:
    'Salvato come {{path}}. Non contiene password, ma elenca i tuoi indirizzi: conservalo dove solo tu puoi leggerlo.',
  notWritten:
    'Non è stato salvato nulla: non è stato possibile scrivere {{path}}. Scegli un’altra cartella. ({{message}})',
  failed: 'Ora non è stato possibile, e nulla è cambiato. Riprova.',
  refusedTitle: 'Nulla è cambiato.',
  refused: {
    unreadable: 'Non è stato possibile leggere il file. Scegline uno che questo account può aprire.',
    'too-large':
      'Il file è di {{found}} MB, e le impostazioni non superano mai 8. Scegli il file salvato da questa app.',
    'cut-off':
      'Il file finisce a metà, come dopo una copia interrotta. Copialo di nuovo da dove era stato salvato.',
    'not-json':
      'Il file non è un file di impostazioni, o è danneggiato (punto: {{path}}). Salvalo di nuovo sull’altro computer.',
    'not-ours':
      'Non è un file di impostazioni salvato da questa app. Scegline uno creato con “Salva le impostazioni in un file”.',
    'newer-version':
      'Il file è di una versione più recente di questa app (forma {{found}}, questa conosce la {{expected}}). Prima aggiorna l’app qui.',
    'unknown-key':
      'In {{path}} il file contiene qualcosa che questa versione non conosce. Aggiorna l’app qui, oppure toglilo dal file.',
    'wrong-value':
      'In {{path}} il file contiene {{found}}, mentre serve: {{expected}}. Correggilo, oppure salva di nuovo il file.',
  },
  wholeFile: 'tutto il file',
  differs_one: 'Cambierebbe una cosa. Finora non è cambiato nulla.',
  differs_other: 'Cambierebbero {{count}} cose. Finora non è cambiato nulla.',
  same: 'Il file ha le stesse impostazioni di questo computer. Non c’è nulla da importare.',
  added: '{{thing}}: da aggiungere.',
  removed: '{{thing}}: da togliere.',
  removedNote: 'La posta degli utenti tolti resta trattenuta nella coda finché non decidi.',
  more_one: 'e un’altra',
  more_other: 'e altre {{count}}',
  needUsers:
    'Dopo inserisci la password di: {{names}}. Non può lasciare il computer in cui è stata inserita.',
  needSignIns: 'Dopo crea una nuova password, mostrata una volta sola, per l’accesso di: {{names}}.',
  take: 'Importa queste impostazioni',
  taken: 'Le impostazioni sono state importate, tutte.',
  toUsers: 'Inserisci le password',
  toSignIns: 'Crea le nuove password',
  'changed-meanwhile':
    'Non è stato importato nulla: le impostazioni di qui sono cambiate da quando il file è stato letto. Rileggilo e guarda che cosa cambierebbe.',
  'settings-not-saved':
    'Non è stato importato nulla: non è stato possibile salvare le impostazioni. Libera spazio su disco, poi riprova.',
}
