export const sessionReplies = {
  accepted: {
    cause: 'Il server ha preso in carico il messaggio.',
    cure: 'Non c’è nulla da fare. Se non arriva, guarda nella cartella spam del destinatario.',
  },
  'credentials-wrong': {
    cause: 'Il nome utente o la password sono sbagliati.',
    cure: 'Copiali di nuovo nel programma. Una password SMTP+ non si può rileggere, solo reimpostare in MailUp; quella di un accesso si rifà in Configura un programma.',
  },
  'sign-in-required': {
    cause: 'Il programma non ha eseguito l’accesso.',
    cure: 'Attiva l\'autenticazione nel programma ("il server richiede l\'autenticazione") e inserisci nome utente e password.',
  },
  'sign-in-kind-refused': {
    cause: 'Il server non accetta questo modo di accedere.',
    cure: 'Scegli "password normale" nel programma. Se il fornitore ha disattivato le password, spedisci tramite SMTP+.',
  },
  'app-password-needed': {
    cause: 'Il fornitore vuole una password creata per questo programma, o una conferma nel browser.',
    cure: 'Crea una password per le app nelle impostazioni di sicurezza dell’account e usa quella.',
  },
  'account-inactive': {
    cause: 'L’account esiste, ma non è attivo oppure è bloccato.',
    cure: 'Imposta lo stato su attivo. Se è SMTP+ a dire che è bloccato, chiedi all’assistenza di MailUp.',
  },
  'too-many-sign-ins': {
    cause: 'Ci sono stati troppi tentativi di accesso falliti.',
    cure: 'Correggi la password nel programma che prova, poi aspetta qualche minuto.',
  },
  'sign-in-not-working-now': {
    cause: 'Il server al momento non può controllare le password.',
    cure: 'Aspetta: si riprova da solo.',
  },
  'encryption-needed': {
    cause: 'Il server vuole prima la cifratura.',
    cure: 'Scegli STARTTLS nel programma, con la stessa porta.',
  },
  'encryption-not-working': {
    cause: 'La connessione cifrata non si riesce a stabilire.',
    cure: 'Controlla la connessione qui: mostra dove si interrompe. Spesso c’è di mezzo un firewall o un antivirus.',
  },
  'encryption-choice-wrong': {
    cause: 'Il tipo di cifratura scelto non va bene per la porta.',
    cure: 'Scegli STARTTLS (a volte chiamato TLS). SSL o la porta 465 sono un altro tipo, che SMTP+ non ha.',
  },
  'certificate-not-trusted': {
    cause: 'Il programma non si fida del certificato del server.',
    cure: 'Controlla il nome del server. Per il relay su questo computer, fai accettare al programma il suo certificato.',
  },
  'relaying-denied': {
    cause: 'Il server non inoltra nulla per chi non ha eseguito l’accesso.',
    cure: 'Attiva l’autenticazione nel programma e controlla che il server sia quello giusto.',
  },
  'sender-not-authorized': {
    cause: 'Questo mittente non è autorizzato per l’utente che ha eseguito l’accesso.',
    cure: 'Autorizza l’indirizzo o il suo dominio, oppure cambia il mittente nel programma.',
  },
  'sender-not-verified': {
    cause: 'Il mittente è nella lista ma non ancora verificato.',
    cure: 'Verificalo in Mittenti, o confermalo presso il servizio.',
  },
  'sender-domain-unknown': {
    cause: 'Il dominio del mittente non esiste o non riceve posta.',
    cure: 'Correggi l’indirizzo del mittente nel programma.',
  },
  'sender-malformed': {
    cause: 'L’indirizzo del mittente non è scritto correttamente.',
    cure: 'Correggi il mittente nel programma: nome@dominio e nient’altro.',
  },
}
