import type { Words } from '../en.ts'

export const wizard: Words['wizard'] = {
  step: 'Passo {{step}} di {{of}}',
  skip: 'Salta la configurazione',
  choice: {
    title: 'Ti diamo il benvenuto. Facciamo inviare i tuoi programmi.',
    body: 'SMTP+ Companion dà ai tuoi programmi un unico punto, su questo computer, da cui inviare la posta. Controlla chi può inviare, mette al sicuro ogni messaggio e lo passa a SMTP+.',
    own: 'Ho un utente SMTP+',
    ownHint: 'Ti servono il nome utente e la password di MailUp.',
    practice: 'Voglio solo provare',
    practiceHint: 'Nulla lascia questo computer: i messaggi finiscono in una casella di prova.',
  },
  credentials: {
    title: 'Il tuo utente SMTP+',
    body: 'Come lo trovi in MailUp, in Impostazioni, Impostazioni lista, SMTP+.',
    usernameHint: 'Ha la forma s12345_6.',
    passwordHint:
      'SMTP+ la mostra una volta sola, quando viene creata o reimpostata. Se l’hai persa, reimpostala lì e inserisci qui quella nuova.',
    advanced: 'Server {{server}}, porta {{port}}, {{encryption}}',
    nameHint: 'Il nome dell’utente in questa app, per esempio il reparto che lo usa.',
    nameSuggestion: 'ufficio',
  },
  senders: {
    title: 'Chi può inviare?',
    body: 'Parte solo la posta di questi domini e indirizzi. Tutto il resto viene rifiutato e ti viene segnalato.',
    suggestion: 'Usa {{value}}',
    verified: 'Sono già verificati in MailUp',
    verifiedHint:
      'È così se questo utente SMTP+ ha già inviato posta. Altrimenti togli la spunta: li verifichi qui dopo, e fino ad allora non autorizzano nulla.',
    anyone: 'Lascia passare tutti i mittenti',
    anyoneHint: 'Sconsigliato: qualunque programma con un accesso potrebbe inviare a nome di chiunque.',
    practiceExample: 'latuaazienda.example',
  },
  signIn: {
    title: 'Un accesso per il tuo primo programma',
    body: 'Ogni programma riceve un nome e una password propri per il relay. Puoi sospenderne o sostituirne uno senza toccare gli altri.',
    suggestion: 'contabilita',
    ready: 'Inserisci questi dati nel programma',
  },
  message: {
    title: 'Il primo messaggio',
    body: 'Guardalo arrivare: inviane uno da qui o dal tuo programma.',
    fromHere: 'Invia da qui',
    fromProgram: 'Dal mio programma',
    verifyTitle: 'Prima verifica {{entry}}',
    verifyFirst: 'Prima di inviare va verificato {{entry}}: così nessun altro può scrivere a suo nome.',
    later: 'Fine, verifico più tardi',
    finish: 'Fine',
  },
}
