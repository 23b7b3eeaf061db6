import type { Words } from '../en.ts'

export const alerts: Words['alerts'] = {
  title: 'Avvisi',
  body: 'Ciò che merita uno sguardo. La stessa causa viene contata, non ripetuta.',
  empty: 'Nessun avviso. Quando serve il tuo intervento, lo trovi qui.',
  states: { new: 'Nuovo', seen: 'Visto', settled: 'Risolto' },
  times_one: '{{count}} volta, l’ultima {{time}}',
  times_other: '{{count}} volte, l’ultima {{time}}',
  settle: 'Segna come risolto',
  settled: 'Avvisi risolti',
  seeSenders: 'Mostra chi può inviare',
  newPassword: 'Inserisci la nuova password',
  seeActivity: 'Mostra l’attività',
  seeHome: 'Mostra Inizio',
}
