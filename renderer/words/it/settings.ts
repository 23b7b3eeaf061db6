import type { Words } from '../en.ts'
import { ownDoor } from './own-door.ts'

export const settings: Words['settings'] = {
  ownDoor,
  title: 'Impostazioni',
  language: 'Lingua',
  languages: { en: 'English', it: 'Italiano' },
  theme: 'Aspetto',
  themes: { light: 'Chiaro', dark: 'Scuro', system: 'Come il sistema' },
  relay: 'Relay',
  address: 'Indirizzo attuale',
  port: 'Porta del relay',
  portHint: 'I programmi devono usare lo stesso numero. Di solito è 2525.',
  usePort: 'Usa questa porta',
  portSaved: 'Salvato. Inserisci la porta {{port}} anche nei tuoi programmi.',
  network: {
    title: 'Dispositivi della tua rete',
    isClosed: 'Possono inviare solo i programmi di questo computer.',
    isOpen_one:
      'Può inviare anche un dispositivo o un blocco di indirizzi della rete, a {{address}} porta {{port}}.',
    isOpen_other:
      'Possono inviare anche {{count}} dispositivi o blocchi di indirizzi della rete, a {{address}} porta {{port}}.',
    noNetwork: 'Ora questo computer non è in nessuna rete. Collegalo, poi riapri questa pagina.',
    risk: 'Stampanti, scanner e altri computer possono inviare tramite questo se indichi i loro indirizzi. A ciascuno serve comunque un accesso proprio, e STARTTLS per usarlo. Indica solo dispositivi di cui ti fidi, in una rete di cui ti fidi. Il certificato del relay indica poi anche il suo indirizzo in quella rete: i programmi che l’avevano accettato possono chiedere un’altra volta.',
    address: 'Indirizzo di questo computer',
    addressHint: 'È ciò che i dispositivi usano come server di posta. Dovrebbe essere fisso.',
    notNow: '{{address}} (ora non c’è)',
    devices: 'Indirizzi dei dispositivi',
    devicesHint: 'Uno per riga, per esempio 192.168.1.20; oppure un blocco, per esempio 192.168.1.0/24.',
    open: 'Lascia inviare questi dispositivi',
    save: 'Salva',
    close: 'Solo questo computer',
  },
  keychain: 'Portachiavi',
  checkKeychain: 'Controlla di nuovo il portachiavi',
  data: 'Dove sono i dati',
  dataHint: 'Impostazioni, coda e casella di prova. Le password sono nel portachiavi, non qui.',
  about: 'Informazioni',
  version: 'versione {{version}}',
  help: 'Guida di SMTP+',
  serviceSettings: 'Impostazioni SMTP+ in MailUp',
}
