import type { ReplyCause, ReplyHelper } from '../../../relay/domain/reply-causes.ts'
import { sessionReplies } from './session-replies.ts'

const causes: Readonly<Record<ReplyCause, { cause: string; cure: string }>> = {
  ...sessionReplies,
  'recipient-unknown': {
    cause: 'Il server del destinatario non conosce questo indirizzo.',
    cure: 'Controlla che l’indirizzo sia scritto bene, o chiedi al destinatario quello giusto.',
  },
  'recipient-domain-unknown': {
    cause: 'Il dominio del destinatario non esiste o non accetta posta.',
    cure: 'Controlla ciò che sta dopo la @.',
  },
  'recipient-malformed': {
    cause: 'L’indirizzo del destinatario non è scritto correttamente.',
    cure: 'Correggilo: nome@dominio, un destinatario per volta.',
  },
  'recipient-mailbox-full': {
    cause: 'La casella del destinatario è piena.',
    cure: 'Avvisa il destinatario in altro modo; il messaggio si può rispedire più tardi.',
  },
  'recipient-disabled': {
    cause: 'La casella del destinatario è disattivata.',
    cure: 'Chiedi al destinatario un altro indirizzo.',
  },
  'recipient-takes-no-mail-from-you': {
    cause: 'Il destinatario accetta posta solo da certi mittenti.',
    cure: 'Chiedi al destinatario di ammettere il tuo indirizzo.',
  },
  'recipient-moved': {
    cause: 'Il destinatario ora ha un altro indirizzo.',
    cure: 'Usa l’indirizzo indicato nella risposta, o chiedilo.',
  },
  greylisted: {
    cause: 'Il server del destinatario rimanda chi non conosce ancora.',
    cure: 'Aspetta: si riprova da solo e poi passa.',
  },
  'sending-too-fast': {
    cause: 'Troppi messaggi in troppo poco tempo.',
    cure: 'Aspetta: il resto parte più lentamente. Per volumi regolari imposta i messaggi all’ora dell’utente.',
  },
  'quota-used-up': {
    cause: 'Il numero di messaggi acquistati o consentiti è esaurito.',
    cure: 'Aspetta il prossimo periodo o acquistane altri. Una prova SMTP+ ha 25 messaggi al mese.',
  },
  'too-many-recipients': {
    cause: 'Il messaggio ha più destinatari di quanti il server ne accetti per volta.',
    cure: 'Dividili in più messaggi.',
  },
  'too-many-connections': {
    cause: 'Troppe connessioni contemporanee.',
    cure: 'Aspetta: si riprova da solo. Chiudi i programmi che tengono aperte le connessioni.',
  },
  'message-too-large': {
    cause: 'Il messaggio è troppo grande. SMTP+ accetta allegati fino a 10 MB.',
    cure: 'Manda un link al posto del file, o riduci il file.',
  },
  'spf-failed': {
    cause: 'Il record SPF del dominio non indica il server che ha spedito.',
    cure: 'Completa il record SPF del dominio; in Mittenti trovi cosa pubblicare.',
  },
  'dkim-failed': {
    cause: 'La firma DKIM del messaggio manca o non corrisponde.',
    cure: 'Pubblica i due record DKIM del dominio; li trovi in Mittenti.',
  },
  'dmarc-failed': {
    cause:
      'Il destinatario non riesce a confermare che sia stato il dominio del mittente (SPF, DKIM, DMARC).',
    cure: 'Pubblica SPF e DKIM per il dominio del mittente; in Mittenti trovi cosa pubblicare.',
  },
  'no-reverse-name': {
    cause: 'Il destinatario rifiuta la posta che arriva direttamente da una linea internet.',
    cure: 'Spedisci tramite SMTP+ o questo relay invece che direttamente al destinatario.',
  },
  blocklisted: {
    cause: 'L’indirizzo del server che ha spedito è in una lista di blocco.',
    cure: 'Se è partito da SMTP+, avvisa l’assistenza di MailUp con questa risposta. Altrimenti spedisci tramite SMTP+.',
  },
  'looks-like-spam': {
    cause: 'Il server del destinatario lo considera spam.',
    cure: 'Cambia oggetto, link e testo, e controlla SPF e DKIM del dominio.',
  },
  'attachment-refused': {
    cause: 'Il server del destinatario non accetta questo tipo di allegato.',
    cure: 'Manda il file in altro modo, per esempio con un link.',
  },
  'mail-loop': {
    cause: 'Il messaggio girava in tondo tra i server.',
    cure: 'L’inoltro del destinatario è impostato male: avvisalo.',
  },
  'waited-too-long': {
    cause: 'Il server del destinatario non è stato raggiungibile per troppo tempo.',
    cure: 'Chiedi al destinatario se riceve posta, poi rispediscilo.',
  },
  'server-not-listening': {
    cause: 'Su quella porta di quel server non risponde nulla.',
    cure: 'Controlla server e porta. Per il relay su questo computer: SMTP+ Companion è avviato?',
  },
  'port-blocked': {
    cause: 'Il server non ha risposto in tempo: probabilmente qualcosa blocca la porta.',
    cure: 'Controlla la connessione qui e usa una porta che funziona, per esempio la 2525.',
  },
  'server-name-unknown': {
    cause: 'Non c’è un server con quel nome, o il computer non è in rete.',
    cure: 'Controlla come è scritto (in.smtpok.com) e la connessione di rete.',
  },
  'connection-cut': {
    cause: 'La connessione è stata interrotta a metà.',
    cure: 'Riprova. Se succede ogni volta, controlla la connessione qui: può essere un firewall o un antivirus.',
  },
  'server-busy': { cause: 'Il server al momento è occupato.', cure: 'Aspetta: si riprova da solo.' },
  'server-storage-full': {
    cause: 'Il server al momento non ha spazio. Se è il relay su questo computer, il disco è quasi pieno.',
    cure: 'Libera spazio sul disco, o aspetta.',
  },
  'international-address-refused': {
    cause: 'Il server non gestisce lettere accentate negli indirizzi.',
    cure: 'Usa un indirizzo senza accenti.',
  },
  'content-not-convertible': {
    cause: 'Il server non accetta il messaggio in questa forma.',
    cure: 'Fai spedire al programma testo semplice o quoted-printable.',
  },
  'headers-malformed': {
    cause: 'L’intestazione del messaggio non è scritta come dovrebbe.',
    cure: 'È un errore del programma: aggiornalo o avvisa chi lo produce, con questa risposta.',
  },
  'line-ends-wrong': {
    cause: 'Il messaggio ha fine riga non ammessi nella posta.',
    cure: 'Spedisci tramite il relay su questo computer: li corregge.',
  },
  'greeting-name-refused': {
    cause: 'Il server non accetta il nome con cui il programma si presenta.',
    cure: 'Imposta nel programma un nome host completo, o spedisci tramite il relay su questo computer.',
  },
  'commands-out-of-order': {
    cause: 'Il programma ha inviato i comandi nell’ordine sbagliato.',
    cure: 'Controlla autenticazione e cifratura nelle sue impostazioni; aggiorna il programma.',
  },
  'command-not-understood': {
    cause: 'Il server non ha capito il programma.',
    cure: 'Controlla che server e porta siano di un server di posta; aggiorna il programma.',
  },
  'address-problem': {
    cause: 'C’è qualcosa che non va in un indirizzo.',
    cure: 'Controlla che mittente e destinatari siano scritti bene.',
  },
  'mailbox-problem': {
    cause: 'La casella del destinatario non può riceverlo.',
    cure: 'Avvisa il destinatario in altro modo.',
  },
  'server-problem': { cause: 'Il server ha un problema suo.', cure: 'Aspetta: si riprova da solo.' },
  'network-problem': {
    cause: 'Il messaggio non si è potuto inoltrare tra i server.',
    cure: 'Aspetta: si riprova da solo.',
  },
  'protocol-problem': {
    cause: 'Programma e server non si sono capiti.',
    cure: 'Aggiorna il programma, o spedisci tramite il relay su questo computer.',
  },
  'content-problem': {
    cause: 'Il server non accetta il contenuto del messaggio.',
    cure: 'Mandalo senza allegato, o come testo semplice.',
  },
  'policy-problem': {
    cause: 'Le regole del server non lo permettono.',
    cure: 'Leggi la risposta: di solito indica la regola. Controlla prima il mittente e l’accesso.',
  },
  'temporary-problem': { cause: 'Il server ora non lo accetta.', cure: 'Aspetta: si riprova da solo.' },
  'permanent-problem': {
    cause: 'Il server lo rifiuta definitivamente.',
    cure: 'Leggi la risposta, correggi ciò che indica, poi spedisci di nuovo il messaggio.',
  },
  'not-a-reply': {
    cause: 'Non sembra la risposta di un server di posta.',
    cure: 'Incolla tutta la riga che comincia con tre cifre, o il numero di errore del programma.',
  },
}

const helpers: Readonly<Record<ReplyHelper, string>> = {
  you: 'Puoi risolverlo tu, qui.',
  program: 'Può risolverlo chi ha configurato il programma.',
  domain: 'Può risolverlo chi gestisce il DNS del tuo dominio.',
  service: 'Riguarda l’account SMTP+: il suo pannello o l’assistenza di MailUp.',
  recipient: 'Può risolverlo solo il destinatario.',
  network: 'Può risolverlo chi gestisce questa rete.',
  time: 'Passa da solo.',
}

const paste = {
  title: 'Che cosa significa la risposta di un server?',
  field: 'Risposta di un server, o errore di un programma',
  hint: 'Per esempio “550 5.7.1 Relay access denied”, o tutto il testo di una finestra di errore. Resta su questo computer.',
}

const places = {
  check: 'Verifica la connessione',
  senders: 'Vedi chi può inviare',
  'set-up': 'Vedi le impostazioni per i programmi',
  users: 'Vedi gli utenti SMTP+',
}

export const replies = { causes, helpers, paste, places }
