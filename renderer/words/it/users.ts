import type { Words } from '../en.ts'

export const users: Words['users'] = {
  title: 'Utenti',
  body: 'Gli utenti SMTP+: da dove parte la posta, con quale password e secondo quali regole.',
  add: 'Aggiungi un utente SMTP+',
  empty:
    'Non c’è ancora un utente SMTP+. Finché non ne aggiungi uno, la posta resta su questo computer, nella casella di prova.',
  editPractice: 'L’utente di prova appartiene all’app; si può cambiare solo chi può inviare.',
  seeSenders: 'Chi può inviare',
  newPassword: 'Sostituisci la password di “{{user}}”',
  replacePassword: 'Sostituisci la password',
  passwordNote: 'Quella salvata non viene mai mostrata. Una nuova password la sostituisce subito.',
  passwordSaved: 'La nuova password è salvata.',
  remove: 'Rimuovi “{{user}}”',
  removeSure: 'Rimuovere “{{user}}” e la sua password da questo computer? In SMTP+ non cambia nulla.',
  where: '{{server}}, porta {{port}}',
  practiceWhere: 'su questo computer',
  clearText:
    'Senza cifratura chiunque si trovi sul percorso può leggere posta e password. Solo per un server nella tua rete interna.',
  portHint: '25, oppure da 1025 a 5000.',
  priorities: { highest: '1, massima', normal: '3, normale', lowest: '5, minima' },
  serverHint: 'SMTP+ è in.smtpok.com.',
  keepUntilQuit: 'Tienila solo finché non esco',
  untilQuitNote: 'La password resta finché non esci dall’app. Dopo, inseriscila di nuovo.',
  userSavedPasswordNot: 'L’utente è salvato; la sua password non lo è ancora.',
  userGone:
    'Nel frattempo questo utente è stato rimosso, quindi la password non è salvata. Aggiungilo di nuovo.',
  trimmed:
    'Ciò che hai incollato ha uno spazio o un a capo in più, che difficilmente fa parte della password.',
  trimmedUse: 'Usala senza',
  password: {
    keychain: 'Password nel portachiavi',
    'changed-outside': 'Password nel portachiavi, cambiata da un altro programma',
    'until-quit': 'Password tenuta finché non esci',
    missing: 'Password mancante',
    'not-needed': 'Password non necessaria',
  },
}
