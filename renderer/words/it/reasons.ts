import type { Words } from '../en.ts'
import { form, passwordForm } from './form-reasons.ts'

type Reasons = Words['reasons']

const refusal: Reasons['refusal'] = {
  'sender-not-authorized': {
    title: 'Non inviato: {{address}} non può inviare tramite “{{user}}”.',
    body: '{{program}} ha usato quell’indirizzo come mittente. {{authorized}} Autorizza l’indirizzo, oppure cambia il mittente nel programma.',
  },
  'sender-not-verified': {
    title: 'Non inviato: {{address}} è nella lista di “{{user}}” ma non è ancora verificato.',
    body: 'Una voce non verificata non autorizza nulla. Verificala, poi invia di nuovo il messaggio.',
  },
  'address-malformed': {
    title: 'Non inviato: {{address}} non è una singola casella in forma semplice.',
    body: '{{program}} ha dato un indirizzo che il relay non può leggere in un modo solo. Correggilo nel programma, per esempio info@latuaazienda.it, e invia di nuovo.',
  },
  'headers-malformed': {
    title: 'Non inviato: l’intestazione del messaggio si può leggere in due modi.',
    body: 'Il relay non indovina mai chi sia il mittente. La risposta qui sotto nomina il campo: correggilo nel programma e invia di nuovo.',
  },
  'user-inactive': {
    title: 'Non inviato: l’utente SMTP+ “{{user}}” non è attivo.',
    body: 'Per suo conto non parte nulla finché non lo rendi attivo. Poi invia di nuovo il messaggio.',
  },
  'login-inactive': {
    title: 'Non inviato: l’accesso “{{login}}” è sospeso.',
    body: 'Fallo inviare di nuovo se ti fidi di quel programma, poi invia di nuovo il messaggio.',
  },
  'sign-in-failed': {
    title: 'Un programma non è riuscito ad accedere come “{{login}}”.',
    body: 'Il nome o la password sono sbagliati, quindi nessun messaggio è stato accettato. Confrontali con ciò che hai copiato, oppure crea una nuova password.',
  },
  'too-large': {
    title: 'Non inviato: il messaggio è troppo grande.',
    body: 'Invialo con allegati più piccoli, oppure metti il file altrove e invia un collegamento.',
  },
  'too-many-recipients': {
    title: 'Non accettato per tutti i destinatari: sono troppi in un messaggio solo.',
    body: 'Invialo a meno destinatari per volta.',
  },
  'too-many-connections': {
    title:
      'Respinto: {{program}} ha aperto troppe connessioni insieme, o ha sbagliato l’accesso troppe volte.',
    body: 'I programmi ben fatti riprovano da soli. Se continua, riduci il numero di connessioni nel programma.',
  },
  'too-many-messages': {
    title: 'Non accettato: “{{login}}” ha inviato in quest’ora tutti i messaggi che può.',
    body: 'Al programma è stato detto quando riprovare. Se deve davvero inviarne tanti, alza il limite dell’accesso; altrimenti cerca che cosa lo fa inviare.',
  },
  'address-not-allowed': {
    title: 'Respinto: {{address}} non è in nessuna lista di dispositivi che possono inviare qui.',
    body: 'Se è un dispositivo o un computer tuo, aggiungi il suo indirizzo nelle Impostazioni. Se non lo conosci, lascialo fuori.',
  },
  'implicit-tls': {
    title: 'Un programma non è riuscito a collegarsi: è impostato su SSL/TLS, e questa porta vuole STARTTLS.',
    body: 'Nelle impostazioni della posta in uscita del programma scegli STARTTLS (a volte “TLS se disponibile”), tieni la porta e invia di nuovo.',
  },
  storage: {
    title: 'Non accettato: il disco è pieno o non si può scrivere.',
    body: 'Al programma è stato detto di riprovare più tardi. Libera spazio su disco; poi parte da solo.',
  },
}

const decision: Reasons['decision'] = {
  'address-authorized': '{{address}} può inviare: l’indirizzo è nella lista.',
  'domain-authorized': '{{address}} può inviare: il suo dominio è nella lista.',
  'everyone-authorized':
    '{{address}} può inviare, come chiunque: entrambe le liste sono vuote. Meglio aggiungere il tuo dominio.',
  'sender-not-authorized':
    '{{address}} non può inviare tramite “{{user}}”. Autorizzalo, oppure usa un altro mittente.',
  'sender-not-verified':
    '{{address}} è nella lista di “{{user}}” ma non è verificato, e finché non lo è non autorizza nulla. Prima verificalo.',
  'null-sender-awaits-header': 'Senza mittente della busta decide il campo From: deve essere autorizzato.',
  'null-sender-not-allowed':
    'Un messaggio senza mittente della busta ha bisogno di un From autorizzato. Aggiungilo e riprova.',
  'address-malformed':
    '{{address}} non è una singola casella in forma semplice. {{fault}} Scrivila come info@latuaazienda.it.',
  'headers-malformed':
    'L’intestazione del messaggio si può leggere in due modi, e il relay non indovina mai. {{fault}}',
  'user-inactive': 'L’utente SMTP+ “{{user}}” non è attivo. Rendilo attivo e riprova.',
  'login-inactive': 'Questo accesso è sospeso. Fallo inviare di nuovo e riprova.',
}

const relayProblem: Reasons['relayProblem'] = {
  'port-in-use': {
    title: '{{holder}} usa la porta {{port}}.',
    body: 'I programmi non raggiungono il relay finché non ha una porta. La posta già accettata continua a partire.',
  },
  'permission-denied': {
    title: 'Questo computer non lascia usare al relay la porta {{port}}.',
    body: 'Scegli una porta da 1025 in su, per esempio 2525.',
  },
  'address-not-available': {
    title: 'Al momento questo computer non ha l’indirizzo {{address}}.',
    body: 'Scegli di nuovo la porta per tornare all’indirizzo di questo computer, oppure ricollega quella rete.',
  },
  'data-in-use': {
    title: 'Un altro relay lavora già con gli stessi dati.',
    body: 'Fermalo, poi riprova. I dati sono in {{directory}}.',
  },
  'folder-not-writable': {
    title: 'Il relay non può scrivere in {{directory}}.',
    body: 'Finché non può, non accetta messaggi. Consenti la scrittura in quella cartella o libera spazio su disco, poi riprova.',
  },
  'database-set-aside': {
    title: 'Non è stato possibile leggere la coda su disco.',
    body: 'È conservata come {{path}}. Tieni quel file: i messaggi che contiene non sono stati inviati.',
  },
  'database-newer': {
    title: 'La coda su disco è stata scritta da una versione più recente di questa app.',
    body: 'Installa di nuovo la versione più recente: sa leggere {{path}}. Lì non è stato cambiato nulla.',
  },
  'configuration-refused': {
    title: 'Il relay ha rifiutato le impostazioni e mantiene quelle precedenti.',
    body: 'In {{path}} si aspettava {{expected}} e ha trovato {{found}}. Correggilo e le adotterà.',
  },
}

const keychain: Reasons['keychain'] = {
  available: 'Le password sono nel portachiavi di questo computer.',
  absent:
    'Su questo computer non c’è un portachiavi in funzione. Puoi tenere la password solo finché non esci; dopo va inserita di nuovo.',
  locked: 'Il portachiavi è bloccato. Sbloccalo, poi riprova; oppure tieni la password solo finché non esci.',
  denied:
    'Il portachiavi ha respinto questa app. Consenti lì SMTP+ Companion, poi riprova; oppure tieni la password solo finché non esci.',
  'not-answering':
    'Il portachiavi non risponde. Forse ti sta chiedendo qualcosa in un’altra finestra: guarda lì, poi riprova; oppure tieni la password solo finché non esci.',
}

const hold: Reasons['hold'] = {
  'by-hand': 'L’hai sospeso tu. Sbloccalo quando può partire.',
  'user-inactive': 'Il suo utente SMTP+ non è attivo. Rendilo attivo e il messaggio parte.',
  'sender-not-authorized':
    'Le regole sono cambiate da quando è stato accettato: il suo mittente non può più inviare. Autorizza il mittente e parte da solo, oppure eliminalo.',
  'credentials-refused':
    'SMTP+ ha rifiutato il nome utente o la password. Inserisci la nuova password e il messaggio parte.',
  'account-blocked': 'SMTP+ ha bloccato questo utente. Chiarisci con MailUp, poi riprova.',
  'password-unavailable':
    'La password non è disponibile: sblocca il portachiavi o inseriscila, e il messaggio parte.',
  unreadable:
    'Non si può più leggere per intero dal disco del relay, perciò è stato messo da parte. Invialo di nuovo dal programma, poi eliminalo qui.',
}

const list: Reasons['list'] = {
  comma: 'Le voci si separano con “;”, non con la virgola.',
  spaces: '“{{entry}}” sembra contenere più voci. Separale con “;”.',
  url: '“{{entry}}” è un indirizzo web. Scrivi solo il dominio.',
  www: '“{{entry}}”: gli indirizzi di posta non hanno “www.”. Scrivi il dominio senza.',
  'name-beside-address': '“{{entry}}” ha un nome accanto all’indirizzo. Scrivi solo l’indirizzo.',
  'address-among-domains': '“{{entry}}” è un indirizzo. Va tra i mittenti autorizzati.',
  'domain-among-senders': '“{{entry}}” è un dominio. Va tra i domini autorizzati.',
  'public-suffix':
    '“{{entry}}” farebbe inviare degli estranei: chiunque può registrare un nome al suo interno. Scrivi il tuo dominio.',
  'bad-domain': '“{{entry}}” non è un dominio. Scrivilo come latuaazienda.it.',
  'bad-address': '“{{entry}}” non è un indirizzo solo. Scrivilo come info@latuaazienda.it.',
}

const alertForm: Reasons['alertForm'] = {
  'user-unknown': form['user-unknown'],
  'user-inactive': 'Questo utente SMTP+ non è attivo. Rendilo attivo, o scegline un altro.',
  'address-malformed': 'Non è un indirizzo solo. Scrivilo come info@latuaazienda.it.',
  'from-not-authorized':
    'Questo indirizzo non può inviare tramite quell’utente, o non è verificato. Usane un altro.',
  'alert-unknown': 'Questo avviso non c’è più. Ricontrolla l’elenco.',
  'cannot-be-ignored': 'Questo tipo di avviso non si può ignorare. Sistema ciò di cui parla.',
  'sign-in-unknown': form['sign-in-unknown'],
  'settings-not-saved': form['settings-not-saved'],
}

export const reasons: Reasons = {
  anotherProgram: 'Un altro programma',
  refusal,
  decision,
  relayProblem,
  keychain,
  passwordForm,
  hold,
  form,
  alertForm,
  list,
  identity: {
    'mail-from': 'mittente della busta',
    'header-from': 'From',
    sender: 'Sender',
    'resent-from': 'Resent-From',
    'resent-sender': 'Resent-Sender',
  },
  several: 'diversi, contati insieme',
  unknown: 'L’app non sa ancora dirlo a parole: {{reason}}. La risposta esatta qui sotto dice cosa fare.',
  unknownField: 'Così non si può salvare ({{reason}}). Correggi e salva di nuovo.',
  authorizedAll: 'È autorizzato qualunque mittente.',
  authorizedSome: 'Sono autorizzati {{list}}.',
  authorizedDomain: 'tutti gli indirizzi di {{domain}}',
  authorizedMore_one: '{{count}} altro',
  authorizedMore_other: 'altri {{count}}',
}
