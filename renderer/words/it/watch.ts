/** Un programma osservato mentre lo si configura. */
export const watch = {
  open: 'Osserva un programma',
  title: 'Osserva un programma',
  body: 'Ora premi “Prova” nel programma, o fagli inviare un messaggio. Qui compare ogni suo passo; le password e il testo dei messaggi mai.',
  lines: 'Che cosa fa il programma',
  waiting: 'In attesa di un programma…',
  over: 'L’osservazione è finita dopo 15 minuti. Chiudi e riapri per continuare.',
  silent: 'Il relay non risponde. Appena risponde si va avanti da sé.',
  device: 'dispositivo',
  form: 'Fai correggere il suo From al relay',
  byAddress: 'Lascia inviare {{from}} senza password',
  byAddressRisk:
    'Riceve un accesso tutto suo sotto l’utente {{user}}. Il rischio: chi usa un dispositivo con l’indirizzo {{from}} può inviare a nome di quell’utente, e ciò che invia viaggia in chiaro nella tua rete.',
  made: 'Fatto: {{from}} ora è riconosciuto come “{{login}}”. Fallo inviare ancora una volta.',
  deeds: {
    connected: 'Connesso da {{from}}.',
    turnedAway: 'Respinto: {{from}} non può connettersi. Gli è stato detto: {{reply}}',
    greeted: 'Senza cifratura; dice {{verb}} “{{name}}”.',
    greetedEncrypted: 'Cifrato con STARTTLS; dice {{verb}} “{{name}}”.',
    signedIn: 'Accesso eseguito come “{{login}}”.',
    sender: 'Mittente: {{address}}.',
    recipient: 'Destinatario: {{address}}.',
    refused: 'Rifiutato. Gli è stato detto: {{reply}}',
    accepted: 'Messaggio accettato, al sicuro su disco.',
    left: 'Se n’è andato.',
  },
  programs: {
    'thunderbird-like': 'Sembra Thunderbird: saluta con un indirizzo tra parentesi quadre.',
    'outlook-like': 'Sembra Outlook: ha inviato a sé stesso il messaggio di prova.',
    'device-like': 'Sembra una stampante o un altro dispositivo: saluta alla vecchia maniera, con HELO.',
  },
  needs: {
    works: 'Funziona: il relay ha preso il suo messaggio. Non serve altro.',
    'only-looked':
      'Ha trovato il relay e se n’è andato senza messaggio, come fa una prova. Ora fagliene inviare uno.',
    'no-sign-in':
      'Non esegue mai l’accesso. Attiva l’autenticazione nel programma e scrivi i dati di accesso. Se non ha questa impostazione, si può riconoscere solo dal suo indirizzo.',
    'no-starttls':
      'Vuole eseguire l’accesso da un altro computer senza cifratura. Scegli STARTTLS nel programma. Se non sa cifrare, disattiva la sua autenticazione e fallo riconoscere dal suo indirizzo.',
    'encrypted-at-once': 'Cifra dal primo byte (SSL/TLS). Scegli invece STARTTLS nel programma.',
    'sign-in-refused':
      'Il nome utente o la password è sbagliato. Copia di nuovo entrambi da qui, o crea una nuova password per il suo accesso.',
    'turned-away':
      'Il relay non è aperto a {{from}}. Dagli un accesso riconosciuto dal suo indirizzo, o ammetti la sua rete in Impostazioni.',
    'message-refused': 'Il messaggio è stato rifiutato, e il relay non ne ha conservato nulla.',
  },
}
