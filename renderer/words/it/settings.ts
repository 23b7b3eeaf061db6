import type { Words } from '../en.ts'

export const settings: Words['settings'] = {
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
  keychain: 'Portachiavi',
  checkKeychain: 'Controlla di nuovo il portachiavi',
  data: 'Dove si trovano le cose',
  dataHint: 'Impostazioni, coda e casella di prova. Le password sono nel portachiavi, non qui.',
  about: 'Informazioni',
  version: 'Versione {{version}}',
  help: 'Guida di SMTP+',
  serviceSettings: 'Impostazioni SMTP+ in MailUp',
}
