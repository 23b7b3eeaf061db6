import type { Guide } from './guide.ts'

const all = ['server', 'encryption', 'port', 'username', 'password'] as const
const ofWebsites = [
  'implicit-tls',
  'visitor-from',
  'hosting-blocks-ports',
  'certificate-unknown',
  'inside-a-container',
] as const

/** Websites and shops: through the relay only where they run on this computer. */
export const websiteGuides = [
  {
    id: 'wordpress',
    confirmedBy: { en: ['awesomemotive/WP-Mail-SMTP, src/Providers/OptionsAbstract.php'] },
    kind: 'website',
    synonyms: [
      'wp',
      'wp mail smtp',
      'wordpres',
      'word press',
      'wpforms',
      'contact form 7',
      'plugin',
      'elementor',
      'sito',
    ],
    reach: 'if-here',
    direct: true,
    steps: [
      { id: 'plugin' },
      { id: 'from', shows: ['from'] },
      { id: 'mailer', shows: all },
      { id: 'constants' },
      { id: 'certificate', only: 'relay' },
    ],
    mistakes: ofWebsites,
  },
  {
    id: 'woocommerce',
    confirmedBy: { en: ['awesomemotive/WP-Mail-SMTP, src/Providers/OptionsAbstract.php'] },
    kind: 'website',
    synonyms: ['woo', 'woo commerce', 'wocommerce', 'woocomerce', 'wordpress shop', 'negozio', 'shop'],
    reach: 'if-here',
    direct: true,
    steps: [
      { id: 'plugin', shows: all },
      { id: 'from', shows: ['from'] },
      { id: 'certificate', only: 'relay' },
    ],
    mistakes: ofWebsites,
  },
  {
    id: 'prestashop',
    confirmedBy: {
      en: ['PrestaShop/PrestaShop, Form/Admin/Configure/AdvancedParameters/Email: SmtpConfigurationType.php'],
    },
    kind: 'website',
    synonyms: ['presta', 'presta shop', 'pretashop', 'prestashp', 'negozio', 'shop', 'ecommerce'],
    reach: 'if-here',
    direct: true,
    steps: [
      { id: 'open' },
      { id: 'values', shows: ['server', 'username', 'password', 'encryption', 'port'] },
      { id: 'from', shows: ['from'] },
      { id: 'certificate', only: 'relay' },
    ],
    mistakes: ofWebsites,
  },
  {
    id: 'magento',
    confirmedBy: {
      en: [
        'magento/magento2, app/code/Magento/Backend/etc/adminhtml/system.xml; system/smtp/transport in its tests',
      ],
    },
    kind: 'website',
    synonyms: ['magneto', 'adobe commerce', 'magento 2', 'mageto', 'openmage', 'shop', 'negozio'],
    reach: 'if-here',
    direct: true,
    steps: [
      { id: 'open' },
      { id: 'values', shows: ['server', 'port', 'username', 'password', 'encryption'] },
      { id: 'from', shows: ['from'] },
      { id: 'certificate', only: 'relay' },
    ],
    mistakes: ofWebsites,
  },
] as const satisfies readonly Guide[]
