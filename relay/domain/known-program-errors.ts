import { type KnownReply, known } from './known-session-replies.ts'

/** What mail programs and operating systems say themselves when no server's answer came. */
export const programErrors: readonly KnownReply[] = [
  known(
    'systems',
    /0x800CCC0D|cannot find the e-?mail server|ENOTFOUND|getaddrinfo|Name or service not known|nodename nor servname|unknown ?host|11001|EAI_AGAIN|php_network_getaddresses/i,
    'server-name-unknown',
  ),
  known(
    'Thunderbird, curl, .NET',
    /Outgoing server \(SMTP\) \S+ is unknown|could not (?:be )?resolved?|No such host/i,
    'server-name-unknown',
  ),
  known('Postfix, Gmail', /timeout exceeded|Timeout - closing/i, 'connection-cut'),
  known(
    'systems',
    /0x800CCC(?:19|13)|0x8004210[AB]|timed? ?-?out|ETIMEDOUT|10060|No route to host|EHOSTUNREACH|ENETUNREACH|Network is unreachable/i,
    'port-blocked',
  ),
  known('Java', /SMTP host: .{0,80}response: 421/i, 'server-busy'),
  known('Outlook', /0x8004210[89]|cannot connect to your outgoing/i, 'server-not-listening'),
  known(
    'systems',
    /0x800CCC0E|connection (?:was )?refused|ECONNREFUSED|10061|could not connect to SMTP host|actively refused/i,
    'server-not-listening',
  ),
  known(
    'Thunderbird, PHPMailer, .NET',
    /refusing SMTP connections|SMTP connect\(\) failed|unable to connect to the remote server|failed to connect to/i,
    'server-not-listening',
  ),
  known(
    'systems',
    /0x800CCC0F|ECONNRESET|connection (?:was )?(?:reset|lost|interrupted|terminated|closed|aborted)|lost connection|unexpectedly (?:closed|dropped)|10054|broken pipe|EPIPE/i,
    'connection-cut',
  ),
  known('Thunderbird', /lost in the middle of the transaction/i, 'connection-cut'),
  known('PHPMailer', /SMTP Error: data not accepted/i, 'policy-problem'),
  known('MailKit', /attempting to establish an SSL or TLS connection/i, 'encryption-choice-wrong'),
]
