import type { websiteGuides } from '../../../guides/website-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

const choose =
  'Scegli TLS: qui vuol dire STARTTLS. SSL è il modo della porta 465, che né il relay né SMTP+ parlano.'
const certificate =
  'PHP si fida solo dei certificati pubblici. Indica il certificato del relay come openssl.cafile in php.ini.'

export const websites: WordsOfGuides<typeof websiteGuides> = {
  wordpress: {
    name: 'WordPress (WP Mail SMTP)',
    about:
      'Da solo WordPress consegna la posta al server web, dove spesso si perde. Il plugin gratuito WP Mail SMTP gli dà una via propria. Un sito in hosting non raggiunge questo computer: invia direttamente a SMTP+.',
    labels: {
      server: 'Host SMTP',
      port: 'Porta SMTP',
      encryption: 'Crittografia',
      username: 'Nome utente SMTP',
      password: 'Password SMTP',
      from: 'Email mittente',
    },
    starttls: 'TLS',
    choose,
    steps: {
      plugin:
        'Plugin › Aggiungi plugin, cerca “WP Mail SMTP”, installalo e attivalo. Poi WP Mail SMTP › Impostazioni › Generali.',
      from: 'Email mittente: un indirizzo autorizzato, con “Forza email mittente” attivo, così i moduli non possono usare quello del visitatore.',
      mailer:
        'Servizio di invio: Altro SMTP. Scrivi questi dati, scegli la crittografia e attiva l’autenticazione.',
      constants:
        'Meglio per la password: metti invece le righe qui sotto in wp-config.php. Così non sta nel database e nessuno può leggerla nella pagina delle impostazioni.',
      certificate,
    },
    check: 'WP Mail SMTP › Strumenti › Email di test: inviane una.',
  },
  woocommerce: {
    name: 'WooCommerce',
    about:
      'WooCommerce invia tramite WordPress, quindi decide il plugin di posta. Un negozio in hosting non raggiunge questo computer: invia direttamente a SMTP+.',
    labels: {
      server: 'Host SMTP',
      port: 'Porta SMTP',
      encryption: 'Crittografia',
      username: 'Nome utente SMTP',
      password: 'Password SMTP',
      from: 'Indirizzo “Da”',
    },
    starttls: 'TLS',
    choose,
    steps: {
      plugin:
        'Installa WP Mail SMTP in WordPress (Plugin › Aggiungi plugin), scegli Altro SMTP in WP Mail SMTP › Impostazioni e scrivi questi dati.',
      from: 'WooCommerce › Impostazioni › Email: l’indirizzo “Da”, in fondo, dev’essere uno autorizzato.',
      certificate,
    },
    check:
      'WP Mail SMTP › Strumenti › Email di test, o rimanda l’email di un ordine: Ordini, aprine uno, Azioni ordine.',
  },
  prestashop: {
    name: 'PrestaShop',
    about:
      'PrestaShop 1.7, 8 e 9. Un negozio in hosting non raggiunge questo computer: invia direttamente a SMTP+.',
    labels: {
      server: 'Server SMTP',
      encryption: 'Crittografia',
      username: 'Nome utente SMTP',
      password: 'Password SMTP',
      from: 'E-mail',
    },
    starttls: 'TLS',
    choose,
    steps: {
      open: 'Parametri avanzati › E-mail, e scegli “Imposta i miei parametri SMTP (solo per utenti ESPERTI)”.',
      values: 'Scrivi questi dati. Lascia vuoto il nome dominio, a meno che il tuo hosting lo chieda. Salva.',
      from: 'Parametri negozio › Contatto › Negozi: l’indirizzo e-mail del negozio dev’essere uno autorizzato, perché è il mittente.',
      certificate,
    },
    check: 'Nella stessa pagina, più in basso: verifica la configurazione e-mail, con un tuo indirizzo.',
  },
  magento: {
    name: 'Magento e Adobe Commerce',
    about:
      'Magento 2.4 ha SMTP al suo interno; i precedenti vogliono un’estensione SMTP, che chiede gli stessi dati. Un negozio in hosting non raggiunge questo computer: invia direttamente a SMTP+. I menu sono spesso in inglese.',
    labels: { server: 'Host', encryption: 'SSL', username: 'Username', from: 'Sender Email' },
    starttls: 'TLS',
    choose,
    steps: {
      open: 'Stores (Negozi) › Configuration (Configurazione) › Advanced › System › Mail Sending Settings. Transport: SMTP.',
      values:
        'Togli le spunte a “Use system value” e scrivi questi dati. Auth: LOGIN. Salva la configurazione e svuota la cache (System › Cache Management).',
      from: 'Stores › Configuration › General › Store Email Addresses: ciascuno dev’essere un indirizzo autorizzato.',
      certificate,
    },
    check: 'Fai inviare il negozio: per esempio con Password dimenticata, su un tuo account.',
  },
}
