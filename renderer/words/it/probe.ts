import type { Words } from '../en.ts'

export const probe: Words['probe'] = {
  title: 'Verifica la connessione',
  body: 'Esamina le porte del server una accanto all’altra, passo per passo. Nessun messaggio viene inviato.',
  start: 'Verifica la connessione',
  again: 'Verifica di nuovo',
  cancel: 'Interrompi la verifica',
  cancelled: 'Interrotta. Qui sotto c’è quanto trovato fino a quel momento.',
  whose: 'Utente SMTP+',
  noUser: 'Aggiungi prima un utente SMTP+: poi il suo server si può verificare.',
  running: 'Verifica di {{server}}: fatte {{done}} porte su {{count}}.',
  fine: 'Tutto funziona: “{{user}}” usa la porta {{port}}.',
  usePort: 'La porta {{port}} da qui funziona. “{{user}}” usa la porta {{old}}: {{cause}}',
  refused: 'La connessione è sicura, ma il server dice di no. {{cause}}',
  nothing: 'Da qui nessuna porta arriva a {{server}}. {{cause}}',
  use: 'Usa la porta {{port}}',
  changeServer: 'Cambia il server',
  adopted: '“{{user}}” usa d’ora in poi la porta {{port}}.',
  why: {
    suggested: 'È la porta suggerita da SMTP+, e le reti la bloccano di rado.',
    submission: 'È la porta consueta per i programmi che inviano posta.',
    'seldom-blocked': 'Le reti la bloccano di rado; la porta 25 è chiusa o sorvegliata più spesso.',
    'only-one': 'È l’unica che da qui funziona.',
  },
  signIn: {
    'keychain-absent':
      'Non c’è un portachiavi, quindi l’accesso non è stato provato. Inserisci di nuovo la password.',
    'keychain-locked':
      'Il portachiavi è bloccato, quindi l’accesso non è stato provato. Sbloccalo e verifica di nuovo.',
    'keychain-denied':
      'Il portachiavi ha negato la password, quindi l’accesso non è stato provato. Consentilo e verifica di nuovo.',
    'keychain-not-answering':
      'Il portachiavi non risponde, quindi l’accesso non è stato provato. Riprova tra un minuto.',
    'item-missing':
      'Per questo utente non è conservata una password, quindi l’accesso non è stato provato. Inseriscila e verifica di nuovo.',
  },
  table: 'Porte di {{server}}',
  columns: { port: 'Porta', result: 'Risultato', stages: 'Passi', time: 'Tempo' },
  inUse: 'in uso',
  details: 'Dettagli della porta {{port}}',
  working: 'Verifica in corso…',
  stopped: 'Interrotta',
  otherPort: 'Altre porte',
  otherPortHint: 'Una o più, separate da virgole. SMTP+ risponde sulla 25 e dalla 1025 alla 5000.',
  checkPort: 'Verifica queste porte',
  portWrong: 'Le porte sono numeri da 1 a 65535, al massimo otto alla volta.',
  copyAll: 'Copia tutti i passi',
  stages: {
    dns: 'Nome cercato',
    tcp: 'Collegamento',
    greeting: 'Saluto',
    ehlo: 'Che cosa sa fare',
    starttls: 'Cifratura (STARTTLS)',
    certificate: 'Certificato',
    auth: 'Accesso',
    'mail-from': 'Mittente',
    quit: 'Congedo',
  },
  evidence: {
    connected: 'Collegato a {{address}}, porta {{port}}.',
    'not-connected': 'Nessun collegamento: {{attempts}}.',
    'no-network-card': 'Nessuna scheda di rete di questo computer ha l’indirizzo {{address}}.',
    'name-not-found': 'Il nome {{server}} non è stato trovato ({{code}}).',
    'no-answer': 'Nessuna risposta in tempo.',
    'closed-at-once': 'Il collegamento è stato chiuso senza una parola ({{code}}).',
    closed: 'Il server ha chiuso il collegamento ({{code}}).',
    cut: 'Il collegamento è stato interrotto.',
    'tls-first': 'Si aspetta la cifratura dal primo byte, come la porta 465.',
    'said-too-much': 'Dopo la risposta a STARTTLS è arrivato in chiaro più di quanto era stato chiesto.',
    certificate: 'Per {{names}}; rilasciato da {{issuer}}; valido dal {{from}} al {{to}}.',
    'bad-certificate':
      'Non accettato ({{fault}}). Per {{names}}; rilasciato da {{issuer}}; valido dal {{from}} al {{to}}.',
    'no-auth': 'Il server non offre l’accesso (AUTH).',
    'no-time': 'Dopo gli accessi sulle altre porte non restava tempo.',
    'refused-elsewhere':
      'Qui non è stato provato, perché i server bloccano gli utenti dopo alcuni rifiuti. Un’altra porta ha detto: {{reply}}',
    'nothing-sent': 'Non è stato inviato nulla.',
  },
  nobody: 'nessuno',
  verdicts: {
    ok: { word: 'Funziona', cause: 'Tutto il percorso funziona.', cure: 'Non c’è nulla da fare.' },
    'dns-failure': {
      word: 'Nome sconosciuto',
      cause: 'Il nome del server non si trova.',
      cure: 'Controlla come è scritto, e che questo computer sia in rete.',
    },
    'connection-refused': {
      word: 'Respinta',
      cause: 'Il server, o un firewall, respinge i collegamenti a questa porta.',
      cure: 'Usa un’altra porta.',
    },
    'connection-timeout': {
      word: 'Nessuna risposta',
      cause: 'Nessuno ha risposto in tempo: probabilmente un firewall o il gestore blocca questa porta.',
      cure: 'Usa un’altra porta, o chiedi a chi gestisce la rete di aprire questa.',
    },
    'network-unreachable': {
      word: 'Rete assente',
      cause: 'Da questo computer non c’è una strada verso il server.',
      cure: 'Controlla la rete di questo computer, e la VPN se c’è.',
    },
    'not-smtp': {
      word: 'Non è un server di posta',
      cause: 'Ciò che risponde su questa porta non è un server di posta utilizzabile con STARTTLS.',
      cure: 'Controlla server e porta. La 465, per esempio, vuole la cifratura dal primo byte, che SMTP+ non offre.',
    },
    'captive-portal': {
      word: 'Pagina di accesso',
      cause:
        'Al posto del server di posta ha risposto una pagina web: questa rete chiede prima di registrarsi.',
      cure: 'Apri un browser, accedi alla rete, poi verifica di nuovo.',
    },
    'starttls-not-offered': {
      word: 'Non cifrata',
      cause: 'Su questa porta il server non offre la cifratura.',
      cure: 'Usa una porta dove la offre: qui non deve passare una password.',
    },
    'starttls-stripped': {
      word: 'Cifratura tolta',
      cause: 'Il server offre la cifratura, e qualcosa sulla strada verso questa porta toglie l’offerta.',
      cure: 'Usa un’altra porta, e avvisa chi gestisce la rete o il firewall (spesso è la “SMTP inspection”).',
    },
    'tls-failed': {
      word: 'Cifratura fallita',
      cause: 'Non è stato possibile stabilire la connessione cifrata.',
      cure: 'Prova un’altra porta. Se nessuna funziona, può essere un firewall o un antivirus.',
    },
    'tls-too-old': {
      word: 'Cifratura troppo vecchia',
      cause: 'Il server parla solo versioni di TLS non più sicure (prima della 1.2).',
      cure: 'Chi gestisce il server deve aggiornarlo. SMTP+ parla versioni più recenti.',
    },
    'certificate-untrusted': {
      word: 'Certificato non attendibile',
      cause: 'Nessuno di cui questo computer si fida garantisce per il certificato del server.',
      cure: 'Controlla il nome del server. Se è giusto, chiedi a chi gestisce il server o questa rete.',
    },
    'certificate-name-mismatch': {
      word: 'Altro nome',
      cause: 'Il certificato del server vale per un altro nome.',
      cure: 'Se il server è quello giusto, scrivi il nome per cui vale: è indicato sotto “Certificato”.',
    },
    'certificate-expired': {
      word: 'Certificato scaduto',
      cause: 'Il certificato del server oggi non è valido.',
      cure: 'Controlla la data di questo computer. Se è giusta, chi gestisce il server deve rinnovare il certificato.',
    },
    intercepted: {
      word: 'Qualcuno in mezzo',
      cause: 'Qualcosa tra qui e il server risponde al suo posto: un antivirus, un filtro o il gestore.',
      cure: 'Disattiva il controllo della posta nell’antivirus, o usa un’altra porta. Nessuna password gli è stata mostrata.',
    },
    'auth-not-offered': {
      word: 'Nessun accesso',
      cause: 'Su questa porta il server non offre l’accesso con password.',
      cure: 'Usa un’altra porta, o controlla che il server sia quello giusto.',
    },
    'credentials-refused': {
      word: 'Password rifiutata',
      cause: 'Il server rifiuta il nome utente o la password.',
      cure: 'Controllali entrambi. In SMTP+ una password persa si può solo reimpostare: Impostazioni, Impostazioni lista, SMTP+.',
    },
    'account-inactive': {
      word: 'Utente non attivo',
      cause: 'Il server conosce l’utente, che però non è attivo o è bloccato.',
      cure: 'Impostalo come attivo in MailUp. Se è bloccato, rivolgiti all’assistenza di MailUp.',
    },
    'sender-refused': {
      word: 'Mittente rifiutato',
      cause: 'Il server non accetta posta da uno dei mittenti autorizzati.',
      cure: 'Autorizza l’indirizzo o il suo dominio anche in MailUp, e controlla che lì sia verificato.',
    },
    'rate-limited': {
      word: 'Troppo veloce',
      cause: 'Il server dice di aver ricevuto troppo in troppo poco tempo.',
      cure: 'Aspetta un po’, poi verifica di nuovo. Aiutano meno messaggi all’ora.',
    },
    'server-busy': {
      word: 'Occupato',
      cause: 'Per ora il server ha respinto la connessione.',
      cure: 'Verifica di nuovo tra qualche minuto. La sua risposta è nei dettagli.',
    },
  },
  notChecked: {
    'trusted-file-unreadable':
      'Non verificato: il file con i certificati propri di questo server non si può leggere. Rimettilo al suo posto e verifica di nuovo.',
    'too-many-checks': 'Non verificato: altre verifiche sono in corso. Aspetta che finiscano.',
    'user-unknown': 'Non verificato: questo utente SMTP+ non c’è più.',
    'server-malformed': 'Non verificato: il nome del server non è valido. Correggilo in Utenti.',
    'relay-not-answering':
      'Non verificato: in questo momento il relay non è raggiungibile. La pagina iniziale dice perché e che cosa fare.',
  },
  wizard: {
    title: 'Intanto: la connessione a {{server}}',
    line: 'Porta {{port}}: {{word}}',
  },
}
