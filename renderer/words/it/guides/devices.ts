import type { deviceGuides } from '../../../guides/device-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

const from =
  'Imposta come indirizzo del dispositivo, o dell’amministratore, uno autorizzato: le scansioni partono da lì.'
const certificate =
  'Il certificato del relay è stato creato su questo computer. Disattiva per questo server la verifica del certificato, oppure importa il file del certificato nel dispositivo.'
const port465 = 'SSL fin dal primo byte, con la porta 465, non è parlato né dal relay né da SMTP+.'

export const devices: WordsOfGuides<typeof deviceGuides> = {
  hp: {
    name: 'Stampante o scanner HP',
    about:
      'LaserJet, OfficeJet, PageWide con scansione verso e-mail. Si configura nel browser, nella pagina della stampante.',
    labels: { server: 'Server SMTP', encryption: 'Usa sempre connessione sicura (SSL/TLS)' },
    starttls: 'con la spunta',
    choose: `Qui la parola STARTTLS non c’è: con la porta indicata qui la si ottiene con la spunta a “Usa sempre connessione sicura” o “Abilita protocollo SSL SMTP”. ${port465}`,
    steps: {
      open: 'Scrivi l’indirizzo IP della stampante in un browser e accedi. Scansione (o Scansione/Invio digitale) › Impostazione e-mail › Server e-mail in uscita: Aggiungi. Sui modelli più piccoli: Scansione › Scansione su e-mail › Profili e-mail in uscita.',
      server: 'Scrivi questi dati e spunta “Il server SMTP richiede l’autenticazione”.',
      from,
      certificate,
    },
    check: 'Premi Prova alla fine della configurazione, o scansiona una pagina verso il tuo indirizzo.',
  },
  canon: {
    name: 'Stampante o scanner Canon',
    about:
      'imageRUNNER, i-SENSYS e simili con scansione verso e-mail. Si configura nel browser, nella IU remota.',
    labels: { server: 'Server SMTP', encryption: 'Consenti TLS (TX SMTP)', username: 'Nome utente' },
    starttls: 'attivo',
    choose: `Qui la parola STARTTLS non c’è: la si ottiene con “Consenti TLS (TX SMTP)” o “Usa TLS per SMTP”. ${port465}`,
    steps: {
      open: 'Scrivi l’indirizzo IP della stampante in un browser e accedi come amministratore. Impostazioni/Registrazione › Invio › Impostazioni E-mail/I-Fax (o Impostazioni TX › Impostazioni E-mail/I-Fax).',
      server:
        'Scrivi il server e, in Imposta autenticazione/crittografia, spunta “Usa autenticazione SMTP” e scrivi nome utente e password. La porta sta in Rete › Impostazioni TCP/IP › Impostazioni numero porta: TX SMTP. Riavvia il dispositivo.',
      from,
      certificate,
    },
    check: 'Scansiona una pagina verso il tuo indirizzo.',
  },
  ricoh: {
    name: 'Stampante o scanner Ricoh',
    about:
      'Ricoh, Lanier, Nashuatec, Savin con scansione verso e-mail. Si configura nel browser, in Web Image Monitor.',
    labels: {
      server: 'Nome server SMTP',
      port: 'N. porta SMTP',
      encryption: 'Utilizza connessione sicura (SSL)',
      username: 'Nome utente autent. SMTP',
      password: 'Password autent. SMTP',
    },
    starttls: 'Attivo, poi riscrivi la porta',
    choose: `“Utilizza connessione sicura (SSL)” cambia la porta in 465: dopo, riscrivi la porta indicata qui e il dispositivo usa STARTTLS. ${port465}`,
    steps: {
      open: 'Scrivi l’indirizzo IP della stampante in un browser e accedi come amministratore. Gestione dispositivo › Configurazione › Impostazioni dispositivo › E-mail.',
      server:
        'Scrivi questi dati; Autenticazione SMTP: attiva. Indirizzo e-mail autent. SMTP: quello autorizzato.',
      from,
      certificate,
    },
    check: 'Scansiona una pagina verso il tuo indirizzo.',
  },
  brother: {
    name: 'Stampante o scanner Brother',
    about:
      'MFC, DCP e ADS con scansione verso server e-mail. Si configura nel browser, in Gestione basata sul Web.',
    labels: {
      server: 'Impostazioni server: indirizzo',
      encryption: 'SSL/TLS',
      username: 'Nome account',
      password: 'Password account',
    },
    starttls: 'TLS',
    choose: `Scegli TLS: qui vuol dire STARTTLS. Dopo, ricontrolla la porta. ${port465}`,
    steps: {
      open: 'Scrivi l’indirizzo IP della stampante in un browser e accedi. Rete › Protocollo, spunta SMTP e apri le sue Impostazioni avanzate.',
      server: 'Scrivi questi dati. Metodo di autenticazione server: SMTP-AUTH.',
      from,
      certificate,
    },
    check: 'Nella stessa pagina: Invia, poi Invia e-mail di prova.',
  },
  kyocera: {
    name: 'Stampante o scanner Kyocera',
    about:
      'ECOSYS e TASKalfa, anche Utax, Triumph-Adler e Olivetti. Si configura nel browser, in Command Center RX.',
    labels: {
      server: 'Nome server SMTP',
      port: 'Numero porta SMTP',
      encryption: 'Sicurezza SMTP',
      username: 'Nome utente di accesso',
      password: 'Password di accesso',
    },
    starttls: 'STARTTLS',
    choose: `Scegli STARTTLS. ${port465}`,
    steps: {
      open: 'Scrivi l’indirizzo IP della stampante in un browser e accedi come Admin. Impostazioni di rete › Protocollo: SMTP (Trasmissione e-mail) Attivo, Sicurezza SMTP come qui sotto.',
      server:
        'Poi Impostazioni funzioni › E-mail: scrivi il resto. Protocollo di autenticazione: Attivo, Autentica come: Altro.',
      from,
      certificate,
    },
    check: 'Nella stessa pagina: Test di connessione; poi scansiona una pagina verso il tuo indirizzo.',
  },
  'other-printer': {
    name: 'Un’altra stampante, scanner o dispositivo',
    about:
      'Xerox, Epson, Konica Minolta, Sharp, Lexmark, telecamere, gruppi di continuità: tutto ciò che invia posta da sé. Quasi tutti si configurano nel browser, all’indirizzo IP del dispositivo.',
    starttls: 'STARTTLS',
    choose: `Scegli STARTTLS; dove ci sono solo SSL e TLS, TLS. ${port465}`,
    steps: {
      open: 'Scrivi l’indirizzo IP del dispositivo in un browser e accedi; cerca SMTP, E-mail, Scansione verso e-mail o Notifiche.',
      server: 'Scrivi questi dati. Autenticazione: attiva, come Login o Plain.',
      from,
      certificate,
    },
    check: 'Premi il pulsante di prova del dispositivo, o scansiona una pagina verso il tuo indirizzo.',
  },
  synology: {
    name: 'NAS Synology',
    about: 'Le notifiche di DSM 6 e 7.',
    labels: {
      server: 'Server SMTP',
      port: 'Porta SMTP',
      encryption: 'Connessione protetta (SSL/TLS) richiesta',
      from: 'E-mail mittente',
    },
    starttls: 'con la spunta',
    choose: `Qui la parola STARTTLS non c’è: con una porta diversa da 465 la si ottiene con la spunta. ${port465}`,
    steps: {
      open: 'Pannello di controllo › Notifica › E-mail. In DSM 7: Mittente, Configura; fornitore di servizi: server SMTP personalizzato.',
      values: 'Scrivi questi dati; spunta “Autenticazione richiesta”.',
      certificate,
      recipients: 'In Destinatari indica chi riceve le notifiche, e Applica.',
    },
    check: 'Nella stessa pagina: Invia e-mail di prova.',
  },
  qnap: {
    name: 'NAS QNAP',
    about: 'Le notifiche di QTS e QuTS hero.',
    labels: {
      server: 'Server SMTP',
      port: 'Numero di porta',
      encryption: 'Connessione protetta',
      from: 'E-mail',
    },
    starttls: 'TLS',
    choose: `Scegli TLS: qui vuol dire STARTTLS. ${port465}`,
    steps: {
      open: 'Pannello di controllo › Sistema › Centro notifiche › Account di servizio e associazione dispositivo › E-mail › Aggiungi servizio SMTP. Account e-mail: Personalizzato.',
      values: 'Scrivi questi dati e scegli la connessione protetta.',
      certificate,
      rule: 'Regole di notifica del sistema: crea una regola, altrimenti non viene inviato nulla.',
    },
    check: 'Nell’elenco dei servizi premi la busta: invia un messaggio di prova.',
  },
  erp: {
    name: 'Contabilità, ERP o altro gestionale',
    about:
      'Fatture, ordini e solleciti. Questi programmi girano spesso su un server: conta il computer che invia, non quello davanti a cui siedi.',
    starttls: 'STARTTLS',
    choose: `Scegli STARTTLS; dove ci sono solo SSL e TLS, TLS; va bene anche una casella “usa TLS/SSL” con la porta indicata qui. ${port465}`,
    steps: {
      find: 'Cerca E-mail, SMTP o Server di posta in Impostazioni, Azienda, Amministrazione o nel profilo dell’utente. Può esserci una configurazione per ogni utente.',
      values: 'Scrivi questi dati. Tipo di autenticazione: Login, Plain o Base; non OAuth o NTLM.',
      from: 'Il mittente dev’essere un indirizzo autorizzato, per ogni azienda e ogni utente del programma.',
      'server-runs':
        'Funziona se il programma stesso gira su questo computer. Se è su un altro server, vai direttamente a SMTP+.',
    },
    check: 'Invia dal programma un documento al tuo indirizzo, o premi il suo pulsante di prova.',
  },
}
