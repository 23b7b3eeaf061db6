export type PostfixPlaces = {
  readonly directory: string
  readonly keyFile: string
  readonly certFile: string
  /** the files of the mailbox belong to this account; virtual(8) refuses root */
  readonly mailboxUid: number
  readonly mailboxGid: number
}

/**
 * main.cf of an instance that takes mail for every domain into one maildir, byte for byte.
 * Submission as SMTP+ has it: STARTTLS, AUTH only inside it, nothing without AUTH.
 */
export function mainConfiguration(places: PostfixPlaces): string {
  const { directory } = places
  const settings: Readonly<Record<string, string>> = {
    compatibility_level: '3.6',
    queue_directory: `${directory}/queue`,
    data_directory: `${directory}/data`,
    maillog_file: `${directory}/postfix.log`,
    maillog_file_prefixes: directory,
    myhostname: 'upstream.test',
    mydestination: '',
    mynetworks: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    alias_maps: '',
    local_recipient_maps: '',
    smtputf8_enable: 'yes',

    smtpd_tls_security_level: 'may',
    smtpd_tls_auth_only: 'yes',
    smtpd_tls_key_file: places.keyFile,
    smtpd_tls_cert_file: places.certFile,
    smtpd_tls_received_header: 'yes',
    smtpd_sasl_auth_enable: 'yes',
    smtpd_sasl_type: 'cyrus',
    smtpd_sasl_path: 'smtpd',
    cyrus_sasl_config_path: `${directory}/etc/sasl`,
    smtpd_sasl_local_domain: saslRealm,
    smtpd_sasl_authenticated_header: 'yes',
    smtpd_discard_ehlo_keyword_address_maps: `regexp:${directory}/etc/hidden-keywords`,
    smtpd_relay_restrictions: 'permit_sasl_authenticated, reject',
    smtpd_sender_restrictions: `check_sender_access regexp:${directory}/etc/replies-to-senders`,
    smtpd_recipient_restrictions: `check_recipient_access regexp:${directory}/etc/replies-to-recipients, permit_sasl_authenticated, reject`,

    virtual_mailbox_domains: `regexp:${directory}/etc/every-domain`,
    virtual_mailbox_maps: `regexp:${directory}/etc/one-mailbox`,
    virtual_mailbox_base: `${directory}/mail`,
    virtual_minimum_uid: '1',
    virtual_uid_maps: `static:${places.mailboxUid}`,
    virtual_gid_maps: `static:${places.mailboxGid}`,
    virtual_mailbox_limit: '0',
    mailbox_size_limit: '0',
    message_size_limit: '31457280',

    // Nothing is rewritten, added or dropped: what the test reads is what the relay sent.
    local_header_rewrite_clients: '',
    message_drop_headers: '',
    swap_bangpath: 'no',
    allow_percent_hack: 'no',
    append_dot_mydomain: 'no',
    enable_long_queue_ids: 'yes',

    // Quick answers to wrong passwords, and no counting of clients.
    smtpd_error_sleep_time: '0',
    smtpd_client_connection_count_limit: '0',
    smtpd_hard_error_limit: '1000',
    smtpd_junk_command_limit: '1000',
  }
  return Object.entries(settings)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('')
}

export const saslRealm = 'upstream.test'

/** master.cf: only what takes mail in and puts it into the maildir; nothing here can send mail out. */
export function masterConfiguration(port: number): string {
  return `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`
}

/** `smtpd.conf` for Cyrus SASL: passwords in a database of this instance, no saslauthd. */
export function saslConfiguration(directory: string): string {
  return `pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: ${directory}/etc/sasl/sasldb2
mech_list: PLAIN LOGIN
`
}

/** A regexp(5) table: the first pattern that fits an address gives Postfix's answer. */
export function replyTable(replies: Readonly<Record<string, string>>): string {
  return Object.entries(replies)
    .map(([pattern, reply]) => `/${pattern}/ ${reply}\n`)
    .join('')
}
