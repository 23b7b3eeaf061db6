import type { Words } from '../en.ts'

export const takeOver: Words['takeOver'] = {
  open: 'Riprendi da un altro programma',
  hint: 'Forse Thunderbird, msmtp, Postfix o WP Mail SMTP lo sanno già. Scegli che cosa inserire; lì non cambia nulla.',
  none: 'Nei posti consueti non è stato trovato nulla. Scegli il file, oppure scrivi i dati qui sotto.',
  noneInFile:
    'In quel file non c’è nessun server di posta in uscita. Scegline un altro, oppure scrivi i dati qui sotto.',
  choose: 'Scegli un file',
  use: 'Usa {{server}}',
  chosen: '{{server}} è inserito qui sotto. Controllalo, poi salva.',
  complete: 'Si può riprendere anche la password.',
  failed: 'Ora non è stato possibile guardare i file. Scrivi i dati qui sotto.',
  passwordFound: 'Lascia vuoto per riprendere quella trovata; va direttamente nel portachiavi.',
  from: 'Mittente: {{from}}',
  notes: {
    'was-implicit-tls': 'Usava SSL/TLS; qui è inserito STARTTLS, con la porta corrispondente.',
    'was-clear-text': 'Inviava senza cifratura; qui è inserito STARTTLS.',
    'was-oauth': 'Accede tramite il browser (OAuth2). Qui serve una password.',
    'password-by-command':
      'La password la fornisce un comando. Non è stato eseguito: inserisci tu la password.',
  },
}
