import type { Words } from '../en.ts'

export const ownDoor: Words['settings']['ownDoor'] = {
  hint: 'Prova ogni indirizzo su cui il relay è in ascolto, come farebbe un programma: cifrato, con un accesso creato solo per questo. Nessun messaggio viene inviato.',
  start: 'Verifica il relay',
  fine: 'Il relay è raggiungibile e i programmi possono accedere.',
  nothingListens:
    'Il relay non è in ascolto, quindi nessun programma può raggiungerlo. Scegli una porta qui sopra.',
  notSignedIn:
    'Il relay è raggiungibile. L’accesso non è stato provato, perché nessun utente SMTP+ è attivo: attivane uno in Utenti.',
  nameMissing:
    'Il relay funziona, ma il suo certificato non indica ancora {{address}}, e un dispositivo che confronta i nomi non invia. Esci da SMTP+ Companion e riaprilo: il certificato viene rifatto, con la stessa chiave.',
  trouble: 'A {{address}} {{cause}}',
  checking: 'Verifica in corso. Un indirizzo che non risponde richiede fino a 8 secondi.',
  otherAddress: 'Scegli un altro indirizzo',
  troubles: {
    'address-gone': {
      cause: 'il relay non è raggiungibile: questo computer non ha più quell’indirizzo.',
      cure: 'Ha lasciato la sua rete, o ne ha ricevuto un altro. Ricollegalo, oppure scegli un altro indirizzo; i dispositivi useranno poi quello.',
    },
    unreachable: {
      cause: 'il relay non è raggiungibile nemmeno da questo computer.',
      cure: 'Forse lo blocca un programma di sicurezza di questo computer: consenti lì SMTP+ Companion, poi verifica di nuovo.',
    },
    stranger: {
      cause: 'qualcos’altro risponde al posto del relay.',
      cure: 'Lo fa un antivirus che controlla la posta: escludi lì questa porta. Oppure usa un’altra porta qui sopra.',
    },
    certificate: {
      cause: 'il certificato del relay non è accettato.',
      cure: 'Controlla la data di questo computer. Se è giusta, esci da SMTP+ Companion e riaprilo: un certificato vecchio viene sostituito.',
    },
    'sign-in': {
      cause: 'il relay rifiuta l’accesso creato per questa verifica.',
      cure: 'Forse risponde un altro relay con lo stesso certificato, per esempio una seconda copia di SMTP+ Companion: chiudila. Altrimenti controlla in Utenti che l’utente SMTP+ sia attivo. Poi verifica di nuovo.',
    },
    sender: {
      cause: 'il relay rifiuta un mittente che è autorizzato.',
      cure: 'Controlla i mittenti autorizzati, poi verifica di nuovo. La risposta è nelle righe qui sotto.',
    },
    busy: {
      cause: 'il relay ha troppo da fare, o il disco è pieno.',
      cure: 'Chiudi i programmi che tengono aperte molte connessioni, libera spazio sul disco e verifica di nuovo.',
    },
  },
  works: '{{address}}: funziona',
  trustedHere: {
    yes: 'Questo computer si fida già del certificato del relay.',
    no: 'Questo computer non si fida da sé del certificato del relay: i programmi chiedono una volta, e lì confronti l’impronta.',
    unknown:
      'Qui non si può vedere se questo computer si fida del certificato del relay. Se un programma chiede, confronta l’impronta.',
  },
  certificate: 'Certificato per {{names}}, valido dal {{from}} al {{to}}.',
  fingerprint: 'Impronta (SHA-256)',
  firewall: {
    linux:
      'Da un altro dispositivo non funziona ancora? Apri la porta {{port}} nel firewall di questo computer, per esempio: sudo ufw allow {{port}}/tcp',
    darwin:
      'Da un altro dispositivo non funziona ancora? In Impostazioni di Sistema, Rete, Firewall, consenti le connessioni in entrata a SMTP+ Companion.',
    win32:
      'Da un altro dispositivo non funziona ancora? In Sicurezza di Windows, Firewall, consenti SMTP+ Companion nelle reti private.',
  },
  notChecked: {
    'too-many-checks': 'Non verificato: un’altra verifica è in corso. Aspetta che finisca.',
    'relay-not-answering':
      'Non verificato: il relay non è in funzione. Qui sopra c’è il perché, e chi usa la porta se è occupata.',
  },
}
