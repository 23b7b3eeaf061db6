import type { Words } from '../en.ts'

type Reasons = Words['reasons']

export const form: Reasons['form'] = {
  required: 'Compila questo campo.',
  'too-long': 'È troppo lungo. Accorcialo.',
  'name-characters': 'Usa lettere, cifre e segni semplici, senza spazi alle estremità, al massimo 64.',
  'name-taken': 'Questo nome è già in uso. Scegline un altro.',
  'server-scheme': '“{{found}}” è un indirizzo web. Scrivi solo il nome del server, come in.smtpok.com.',
  'server-space': 'Nel nome del server c’è uno spazio. Scrivilo come in.smtpok.com.',
  'server-port-included': 'La porta ha un campo suo. Scrivi solo il nome del server, come in.smtpok.com.',
  'server-address-instead':
    '“{{found}}” è un indirizzo di posta. Scrivi il nome del server, come in.smtpok.com.',
  'server-malformed': 'Non è il nome di un server. Scrivilo come in.smtpok.com.',
  'port-not-a-port': 'Una porta è un numero da 1 a 65535. Con SMTP+ di solito si usa la 2525.',
  'port-implicit-tls':
    'La 465 è per la cifratura dal primo byte (SSL/TLS), che SMTP+ non parla. Usa la 2525: STARTTLS cifra altrettanto bene.',
  'port-submission-not-served':
    'SMTP+ non risponde sulla 587, anche se guide più vecchie lo dicono. Usa la 2525.',
  'port-telnet-not-served': 'SMTP+ non risponde sulla 23, anche se guide più vecchie lo dicono. Usa la 2525.',
  'port-old-not-served': 'SMTP+ non risponde sulla 26, anche se guide più vecchie lo dicono. Usa la 2525.',
  'port-not-served':
    'SMTP+ non risponde sulla {{found}}. Risponde sulla 25 e dalla 1025 alla 5000; di solito si usa la 2525.',
  'port-out-of-range':
    'Il relay non può usare questa porta. Scegline una da 1024 a 65535; di solito si usa la 2525.',
  'username-characters': 'Nel nome utente c’è un segno che non si vede. Scrivilo a mano.',
  'not-a-count': 'Scrivi un numero intero da 1 a 1.000.000, o lascia vuoto per nessun limite.',
  'user-unknown': 'Questo utente SMTP+ non c’è più. Torna indietro e scegline un altro.',
  'user-has-sign-ins':
    'Alcuni programmi accedono per conto di questo utente. Di’ qui sotto che ne sarà dei loro accessi.',
  'user-has-messages': 'Messaggi di questo utente sono in attesa. Di’ qui sotto che ne sarà.',
  'mail-left-on-hold':
    'L’utente è rimosso, ma il relay non ha risposto: la sua posta è sospesa. Guardala in Attività.',
  'sign-in-unknown': 'Questo accesso non c’è più. Torna indietro e scegline un altro.',
  'entry-unknown': '“{{found}}” non è più nelle liste. Ricontrolla le liste.',
  'device-address-malformed':
    '“{{found}}” non è né un indirizzo come 192.168.1.20 né un blocco intero come 192.168.1.0/24.',
  'own-address-unknown': 'Ora questo computer non ha quell’indirizzo. Scegline un altro.',
  'practice-is-fixed': 'L’utente di prova appartiene all’app: si può cambiare solo chi può inviare.',
  'settings-not-saved':
    'Non è stato possibile scrivere le impostazioni su disco; non è cambiato nulla. Libera spazio o consenti la scrittura, poi salva di nuovo.',
}

export const passwordForm: Reasons['passwordForm'] = {
  'line-break':
    'Nella password c’è un a capo o un altro segno che non si vede. Non è stata salvata: incolla solo la password.',
  'too-long': 'È più lunga di qualunque password di SMTP+, e non è stata salvata. Incolla solo la password.',
}
