import type { Words } from '../en.ts'

export const handOver: Words['handOver'] = {
  file: 'Invece di scrivere a mano: un file con questi valori.',
  withPassword: 'Contiene anche la password appena creata. Solo il tuo account può leggerlo.',
  withoutPassword: 'La password non c’è.',
  save: 'Salva come file',
  written: 'Scritto: {{files}}.',
  notAnswered: 'Ora non ha funzionato e non è cambiato nulla. Riprova.',
  incoming: {
    forNewAccounts: 'Per gli account ancora da aggiungere: un file che li compila',
    bodies: {
      'apple-profile':
        'Invece di scrivere: un profilo per questo account. Apple vuole che contenga anche il server di posta in arrivo della casella; lo indica il tuo fornitore. Nel file non c’è nessuna password.',
      autoconfig:
        'Chi in Thunderbird aggiunge un account di {{domain}} trova poi tutto già compilato: questo server in uscita e il server in entrata della casella, che ti indica il tuo fornitore. Gli account già presenti restano come sono. Nel file non c’è nessuna password.',
    },
    written: {
      'apple-profile':
        'Scritto: {{files}}. Aprilo sul dispositivo: si installa in Impostazioni di Sistema (iPhone: Impostazioni), Profilo scaricato, e chiede entrambe le password.',
      autoconfig:
        'Scritto: {{files}}. Mettilo, con il nome {{domain}}.xml, nella cartella “isp” accanto al programma Thunderbird (Linux: /usr/lib/thunderbird/isp, Windows: C:\\Program Files\\Mozilla Thunderbird\\isp); creala se non c’è.',
    },
    type: 'Tipo di casella',
    server: 'Server di posta in arrivo',
    port: 'Porta del server in arrivo (SSL)',
    username: 'Nome utente della casella',
    wrong: 'Manca o non è corretto. Non è stato scritto nulla.',
  },
  thunderbird: {
    body: 'Invece di scrivere a mano: metti questo server in un profilo di Thunderbird. I tuoi account restano come sono.',
    look: 'Trova i profili',
    none: 'Su questo computer non c’è nessun profilo. Aggiungi il server a mano, come sopra.',
    inUse: 'Thunderbird è aperto con questo profilo. Chiudilo, poi trova di nuovo i profili.',
    add: 'Aggiungi a {{profile}}',
    remove: 'Togli da {{profile}}',
    added: 'Il server c’è. Thunderbird chiede la password al primo invio.',
    done: 'Fatto. Riapri Thunderbird. Com’era prima: {{copy}}.',
  },
  refused: {
    malformed: 'Uno dei valori non va bene: {{field}}. Non è stato scritto nulla; controllalo prima.',
    'not-writable':
      'Questo tipo di file non può contenere un valore: {{field}}. Non è stato scritto nulla; scrivi i valori a mano.',
    'incoming-missing': 'Manca il server di posta in arrivo. Non è stato scritto nulla.',
    'password-gone':
      'La password non è più qui. Non è stato scritto nulla; creane una nuova per questo accesso.',
    'not-written': 'Il file non può essere scritto: {{detail}}. Scegli un altro posto.',
    'profile-gone': 'Il profilo non c’è più. Non è cambiato nulla; trova di nuovo i profili.',
    'in-use': 'Thunderbird è aperto. Non è cambiato nulla; chiudilo, poi riprova.',
    'prefs-unreadable':
      'Il profilo è scritto in un modo che qui non è noto. Non è cambiato nulla; aggiungi il server a mano.',
    'not-ours': 'Il server non c’è più. Non è cambiato nulla.',
  },
}
