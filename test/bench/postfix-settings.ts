import { saslRealm } from '../support/postfix-configuration.ts'
import type { Door } from './peer.ts'

/**
 * main.cf of a Postfix that takes mail from this machine and hands all of it to one server. What isn't here is
 * Postfix's default, its limits of processes and connections among it. Three settings make it faster than the
 * defaults (marked below); none makes it slower.
 */
export function benchMain(directory: string, upstream: Door): string {
  const settings: Readonly<Record<string, string>> = {
    compatibility_level: '3.6',
    queue_directory: `${directory}/queue`,
    data_directory: `${directory}/data`,
    maillog_file: `${directory}/postfix.log`,
    maillog_file_prefixes: directory,
    myhostname: 'relay.test',
    mydestination: '',
    alias_maps: '',
    local_recipient_maps: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    relayhost: `[127.0.0.1]:${upstream.port}`,
    ...(upstream.credentials === null
      ? { mynetworks: '127.0.0.0/8' }
      : secureSettings(directory, upstream.credentials)),
    // Faster: no pause of a second when mail comes in quicker than it goes out.
    in_flow_delay: '0',
    // Faster: all deliveries at once from the first, instead of one more with each success.
    initial_destination_concurrency: '20',
  }
  return Object.entries(settings)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('')
}

function secureSettings(directory: string, { username, password, caFile }: NonNullable<Door['credentials']>) {
  return {
    mynetworks: '',
    smtpd_tls_security_level: 'may',
    smtpd_tls_auth_only: 'yes',
    smtpd_tls_key_file: `${directory}/etc/certificate/listener-key.pem`,
    smtpd_tls_cert_file: `${directory}/etc/certificate/listener-certificate.pem`,
    smtpd_sasl_auth_enable: 'yes',
    smtpd_sasl_type: 'cyrus',
    smtpd_sasl_path: 'smtpd',
    cyrus_sasl_config_path: `${directory}/etc/sasl`,
    smtpd_sasl_local_domain: saslRealm,
    smtp_tls_security_level: 'verify',
    smtp_tls_CAfile: caFile,
    smtp_sasl_auth_enable: 'yes',
    smtp_sasl_password_maps: `static:${username}:${password}`,
    smtp_sasl_security_options: 'noanonymous',
    // Faster: TLS connections upstream are used again (tlsproxy), which Postfix does only on request.
    smtp_tls_connection_reuse: 'yes',
  }
}

/** master.cf as Debian ships it, without what this instance never needs and without chroot. */
export function benchMaster(port: number): string {
  return `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
tlsproxy unix - - n - 0 tlsproxy
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`
}
