import type { websiteGuides } from '../../../guides/website-guides.ts'
import type { WordsOfGuides } from '../../guide-words.ts'

const choose =
  'Choose TLS: here it means STARTTLS. SSL is port 465’s way, which neither the relay nor SMTP+ speaks.'
const certificate =
  'PHP trusts only public certificates. Name the relay’s certificate as openssl.cafile in php.ini.'

export const websites: WordsOfGuides<typeof websiteGuides> = {
  wordpress: {
    name: 'WordPress (WP Mail SMTP)',
    about:
      'WordPress alone hands its mail to the web server, where it is often lost. The free plugin WP Mail SMTP gives it a way of its own. A hosted website can’t reach this computer: it sends straight to SMTP+.',
    labels: {
      server: 'SMTP Host',
      port: 'SMTP Port',
      username: 'SMTP Username',
      password: 'SMTP Password',
      from: 'From Email',
    },
    starttls: 'TLS',
    choose,
    steps: {
      plugin:
        'Plugins › Add New, search “WP Mail SMTP”, install and activate it. Then WP Mail SMTP › Settings › General.',
      from: 'From Email: an authorized address, with “Force From Email” switched on, so that contact forms can’t use their visitor’s.',
      mailer: 'Mailer: Other SMTP. Type these values, choose the encryption, and switch Authentication on.',
      constants:
        'Better for the password: put the lines below into wp-config.php instead. Then it isn’t in the database, and nobody can read it on the settings page.',
      certificate,
    },
    check: 'WP Mail SMTP › Tools › Email Test: send one.',
  },
  woocommerce: {
    name: 'WooCommerce',
    about:
      'WooCommerce sends through WordPress, so the mail plugin decides. A hosted shop can’t reach this computer: it sends straight to SMTP+.',
    labels: {
      server: 'SMTP Host',
      port: 'SMTP Port',
      username: 'SMTP Username',
      password: 'SMTP Password',
      from: '“From” address',
    },
    starttls: 'TLS',
    choose,
    steps: {
      plugin:
        'Install WP Mail SMTP in WordPress (Plugins › Add New), choose the mailer Other SMTP under WP Mail SMTP › Settings, and type these values.',
      from: 'WooCommerce › Settings › Emails: the “From” address, at the bottom, has to be an authorized one.',
      certificate,
    },
    check:
      'WP Mail SMTP › Tools › Email Test, or resend the e-mail of an order: Orders, open one, Order actions.',
  },
  prestashop: {
    name: 'PrestaShop',
    about: 'PrestaShop 1.7, 8 and 9. A hosted shop can’t reach this computer: it sends straight to SMTP+.',
    labels: { server: 'SMTP server', username: 'SMTP username', password: 'SMTP password', from: 'Email' },
    starttls: 'TLS',
    choose,
    steps: {
      open: 'Advanced Parameters › E-mail, and choose “Set my own SMTP parameters (for advanced users ONLY)”.',
      values: 'Type these values. Leave “Mail domain name” empty unless your host asks for it. Save.',
      from: 'Shop Parameters › Contact › Stores: the shop’s e-mail address has to be an authorized one, since it is the sender.',
      certificate,
    },
    check: 'On the same page, below: “Test your email configuration”, with an address of yours.',
  },
  magento: {
    name: 'Magento and Adobe Commerce',
    about:
      'Magento 2.4 has SMTP built in; older ones need an SMTP extension, which asks for the same values. A hosted shop can’t reach this computer: it sends straight to SMTP+.',
    labels: { server: 'Host', encryption: 'SSL', username: 'Username', from: 'Sender Email' },
    starttls: 'TLS',
    choose,
    steps: {
      open: 'Stores › Configuration › Advanced › System › Mail Sending Settings. Transport: SMTP.',
      values:
        'Take the ticks off “Use system value” and type these values. Auth: LOGIN. Save Config, and flush the cache (System › Cache Management).',
      from: 'Stores › Configuration › General › Store Email Addresses: each of them has to be an authorized one.',
      certificate,
    },
    check: 'Let the shop send: for example Forgot Your Password, with an account of yours.',
  },
}
