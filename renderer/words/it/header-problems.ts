import type { Words } from '../en.ts'

export const headerProblem: Words['headerProblem'] = {
  'too-large': 'L’intestazione supera i 256 KB. Invia a meno destinatari, o con riferimenti più corti.',
  'too-many-lines': 'L’intestazione ha più di 2.000 righe. Invia a meno destinatari.',
  'not-utf-8':
    'L’intestazione contiene lettere in una codifica vecchia. Fa’ codificare al programma nomi e oggetto (RFC 2047), oppure scegli lì UTF-8.',
  'too-many-hops':
    'Il messaggio è passato troppe volte da questo relay: qualcosa lo fa girare in tondo. Controlla il server del programma.',
  'control-character': '{{field}} contiene un carattere di controllo. Toglilo.',
  'bare-line-ending':
    '{{field}} contiene un a capo incompleto. Fa’ terminare le righe con CRLF al programma.',
  'starts-folded': 'Il messaggio comincia con uno spazio. Deve cominciare con un campo come From.',
  'blank-folded-line': '{{field}} prosegue con una riga di soli spazi. Toglila.',
  'no-colon': 'La riga “{{field}}” non ha i due punti. Metti una riga vuota tra intestazione e testo.',
  'space-before-colon': '{{field}} ha uno spazio prima dei due punti. Toglilo.',
  'field-name-malformed': '“{{field}}” non è il nome di un campo. Usa lettere, cifre e trattini.',
  'line-too-long': '{{field}} ha una riga di oltre 998 caratteri. Spezzala.',
  'invisible-character':
    '{{field}} contiene caratteri invisibili. Toglili: riscrivi l’indirizzo invece di incollarlo.',
  missing: 'Al messaggio manca {{field}}. Inserisci nel programma l’indirizzo del mittente.',
  repeated: 'Il messaggio ha {{field}} più di una volta. Lasciane uno.',
  empty: '{{field}} è vuoto. Inserisci un indirizzo.',
  'several-addresses': '{{field}} ha più indirizzi. Lasciane uno.',
  group: '{{field}} ha un gruppo, o un “:” fuori dalle virgolette. Inserisci un indirizzo semplice.',
  'no-address': '{{field}} non contiene un indirizzo. Scrivilo come info@latuaazienda.it.',
  'address-malformed':
    'L’indirizzo in {{field}} non è in forma semplice. Scrivilo come info@latuaazienda.it.',
  'text-after-address': '{{field}} ha del testo dopo l’indirizzo. Metti il nome prima.',
  'comment-malformed': '{{field}} ha un commento tra parentesi che si può leggere in due modi. Toglilo.',
  'quote-malformed': '{{field}} ha virgolette non chiuse, o su due righe. Scrivi il nome su una riga sola.',
  'name-not-quoted': 'Il nome in {{field}} ha segni che vogliono le virgolette. Scrivilo tra "…".',
  'name-holds-address':
    'Il nome in {{field}} sembra un altro indirizzo. Scrivi un nome senza “@”, “<” e “>”.',
  'name-deceiving': 'Il nome in {{field}} contiene caratteri nascosti. Riscrivilo.',
  'encoded-word-unreadable':
    'Il nome in {{field}} non si legge con certezza. Fallo codificare al programma in UTF-8 (RFC 2047).',
}

export const addressProblem: Words['addressProblem'] = {
  empty: 'Non c’è nessun indirizzo.',
  'too-long': 'È più lungo di quanto possa essere un indirizzo.',
  'forbidden-character': 'Contiene uno spazio o un carattere nascosto.',
  'more-than-one': 'Si può leggere come più di un indirizzo.',
  'source-route': 'Indica un percorso invece di un indirizzo.',
  'no-at-sign': 'Non ha la “@”.',
  'quoted-local-part': 'Ha delle virgolette.',
  'local-part-malformed': 'Ciò che sta prima della “@” non è in forma semplice.',
  'address-literal': 'Ha un numero tra parentesi invece di un dominio.',
  'domain-malformed': 'Ciò che sta dopo la “@” non è un dominio.',
}
