/** Un programma osservato mentre lo si configura. */
export const watch = {
  open: 'Osserva un programma',
  title: 'Osserva un programma',
  body: 'Ora premi “Prova” nel programma, o fagli inviare un messaggio. Qui compare ogni suo passo; le password e il testo dei messaggi mai.',
  other: 'C’è un altro programma: {{program}}',
  follow: 'Osserva questo',
  names: {
    signedIn: 'Il programma con l’accesso “{{login}}”',
    greeting: 'Un programma a {{from}} che si presenta come “{{name}}”',
    silent: 'Un programma a {{from}}',
  },
  alike:
    'I programmi a {{from}} che non fanno mai l’accesso e si presentano allo stesso modo non si possono distinguere: questi possono essere i passi di più d’uno.',
  lines: 'Che cosa fa il programma',
  before: 'Che cosa ha fatto prima',
  waiting: 'In attesa di un programma…',
  waitingForMore: 'In attesa della sua prossima mossa…',
  over: 'L’osservazione è finita dopo 15 minuti. Chiudi e riapri per continuare.',
  silent: 'Il relay non risponde. Appena risponde si va avanti da sé.',
  device: 'dispositivo',
  program: 'programma',
  form: 'Fai correggere il suo From al relay',
  byAddress: 'Lascia inviare {{from}} senza password',
  lasting: 'Per quanto tempo',
  lastings: { hour: 'Per un’ora, per provare', always: 'Per sempre' },
  onlyAs: 'Solo come {{sender}}',
  risks: {
    network:
      'Riceve un accesso tutto suo sotto l’utente {{user}}, senza password e senza cifratura. Il rischio: chi usa un dispositivo con l’indirizzo {{from}} può inviare a nome di quell’utente, e chi è nella tua rete può leggere ciò che invia.',
    here: 'Riceve un accesso tutto suo sotto l’utente {{user}}, senza password. Il rischio: ogni programma su questo computer che non esegue l’accesso può inviare a nome di quell’utente.',
    always:
      'Assegna al dispositivo un indirizzo fisso nel router, altrimenti domani {{from}} potrebbe essere un altro dispositivo.',
  },
  fit: {
    withPassword: 'Dimostra chi è con la sua password.',
    byAddress: 'Non ha password: viene riconosciuto solo dal suo indirizzo.',
    encrypted: 'Ciò che invia è cifrato fino al relay.',
    clear: 'Ciò che invia non è cifrato fino al relay: chi è nella tua rete può leggerlo.',
    clearHere: 'Ciò che invia non è cifrato fino al relay, ma non esce da questo computer.',
    wide: '“{{login}}” può inviare con ogni indirizzo consentito a {{user}}. Il suo programma ne ha usato uno.',
    onlyAs: 'Lascialo inviare solo come {{sender}}',
    onlyAsDone: '“{{login}}” può inviare solo come {{sender}}.',
  },
  made: 'Fatto: {{from}} ora è riconosciuto come “{{login}}”. Fallo inviare ancora una volta.',
  deeds: {
    connected: 'Connesso da {{from}}.',
    turnedAway: 'Respinto: {{from}} non può connettersi. Gli è stato detto: {{reply}}',
    greeted: 'Senza cifratura; dice {{verb}} “{{name}}”.',
    greetedEncrypted: 'Cifrato con STARTTLS; dice {{verb}} “{{name}}”.',
    recognised: 'Riconosciuto dal suo indirizzo come “{{login}}”, senza password.',
    signedIn: 'Accesso eseguito come “{{login}}”.',
    sender: 'Mittente: {{address}}.',
    recipient: 'Destinatario: {{address}}.',
    refused: 'Rifiutato. Gli è stato detto: {{reply}}',
    accepted: 'Messaggio accettato, al sicuro su disco.',
    left: 'Se n’è andato.',
  },
  programs: {
    'thunderbird-like': 'Sembra Thunderbird: lo si capisce da come saluta.',
    'outlook-like': 'Sembra Outlook: ha inviato a sé stesso il messaggio di prova.',
    'apple-like': 'Sembra Mail di Apple, su un Mac, un iPhone o un iPad.',
    'device-like': 'Sembra una stampante o un altro dispositivo: saluta alla vecchia maniera, con HELO.',
  },
  needs: {
    works: 'Funziona: il relay ha preso il suo messaggio. Non serve altro.',
    'only-looked':
      'Ha trovato il relay e se n’è andato senza messaggio, come fa una prova. Ora fagliene inviare uno.',
    'looked-in-clear':
      'Ha trovato il relay e se n’è andato senza cifrare. Da un altro computer l’accesso è offerto solo con STARTTLS: sceglilo nel programma. Se non sa cifrare, disattiva lì l’autenticazione e lascia che sia riconosciuto dall’indirizzo. Se era una prova, ora fagli inviare un messaggio.',
    'no-sign-in':
      'Non esegue mai l’accesso. Attiva l’autenticazione nel programma e scrivi i dati di accesso. Se non ha questa impostazione, si può riconoscere solo dal suo indirizzo.',
    'no-starttls':
      'Vuole eseguire l’accesso da un altro computer senza cifratura. Scegli STARTTLS nel programma. Se non sa cifrare, disattiva la sua autenticazione e fallo riconoscere dal suo indirizzo.',
    'encrypted-at-once': 'Cifra dal primo byte (SSL/TLS). Scegli invece STARTTLS nel programma.',
    'sign-in-refused':
      'Il nome utente o la password è sbagliato. Scrivi di nuovo entrambi, o crea una nuova password per il suo accesso.',
    'unknown-name':
      'Qui non c’è nessun accesso di nome “{{tried}}”. Scrivi uno di questi come nome utente nel programma: {{names}}.',
    'turned-away':
      'Il relay non è aperto a {{from}}. Dagli un accesso riconosciuto dal suo indirizzo, o ammetti la sua rete in Impostazioni.',
    'message-refused': 'Il messaggio è stato rifiutato, e il relay non ne ha conservato nulla.',
  },
}
