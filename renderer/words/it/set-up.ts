import type { Words } from '../en.ts'
import { guideScreen } from './guide-screen.ts'
import { watch } from './watch.ts'

export const setUp: Words['setUp'] = {
  title: 'Configura un programma',
  body: 'Ogni programma accede al relay con un nome e una password propri e invia secondo le regole di un utente SMTP+.',
  add: 'Aggiungi un accesso',
  empty: 'Non c’è ancora un accesso. Aggiungine uno per il primo programma che deve inviare.',
  make: 'Crea l’accesso',
  programHint: 'Per esempio contabilita, stampante o sito. È anche il nome utente.',
  ready: 'Accesso per “{{login}}”',
  onceNote: 'La password si vede solo questa volta. Se va persa, creane qui una nuova.',
  copied: 'L’ho copiata',
  values: 'Dati da inserire',
  valuesNote: 'Server, porta e cifratura sono gli stessi per ogni programma su questo computer.',
  serverElsewhere: 'Server, da un altro computer',
  noDoor:
    'Manca l’indirizzo: ora niente nella rete raggiunge il relay, o non con il tipo di indirizzo di questo dispositivo. Nelle Impostazioni, in “Dispositivi della tua rete”, permetti l’invio; poi l’indirizzo compare qui.',
  copiedOpenDoor: 'L’ho copiata: apri le Impostazioni',
  certificateNote:
    'Il certificato del relay è stato creato su questo computer. Se il programma lo chiede, accettalo una volta.',
  reset: 'Nuova password',
  resetFor: 'Nuova password per “{{login}}”',
  resetSure: 'Creare una nuova password per “{{login}}”? Quella vecchia smette subito di funzionare.',
  resetFirst:
    'Creare una password per “{{login}}”? Si vede solo una volta. Inseriscila nel programma al posto di quella che aveva prima.',
  pause: 'Sospendi',
  resume: 'Fallo inviare di nuovo',
  remove: 'Rimuovi “{{login}}”',
  removeSure:
    'Rimuovere “{{login}}”? Il programma non potrà più inviare. La posta già inviata parte comunque.',
  lastSeen: 'Visto l’ultima volta: {{time}}',
  form: {
    short: 'Modulo online',
    title: 'Modulo online: {{login}}',
    body: 'Molti moduli sui siti mettono in From l’indirizzo del visitatore. Quell’indirizzo non è tuo, quindi la sua posta viene rifiutata.',
    rewrite: 'Metti i visitatori in Reply-To',
    rewriteHint:
      'Il relay scrive allora un indirizzo autorizzato in From, e ciò che il modulo vi aveva scritto in Reply-To. Lo annota su ogni messaggio.',
    risk: 'Solo per un tuo modulo. Chi ha questo accesso, o fa inviare il tuo modulo, invia allora a tuo nome qualunque From abbia scritto.',
    on: 'Mette i visitatori in Reply-To',
  },
  guide: guideScreen,
  watch,
  sendFirst: 'Invia un messaggio da qui',
  sendFirstBody:
    'Un breve messaggio, con le stesse regole di ogni programma: mostra se la strada verso SMTP+ è libera.',
  addressComing: 'Il relay si sta ancora avviando: server e porta compaiono qui tra un momento.',
  noAddress:
    'Il relay al momento non è raggiungibile, quindi qui mancano server e porta. Inizio dice cosa fare.',
}
