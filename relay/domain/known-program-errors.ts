import { type KnownReply, known } from './known-session-replies.ts'

/** What mail programs and operating systems say themselves when no server's answer came. */
export const programErrors: readonly KnownReply[] = [
  known('Outlook', /0x800CCC(?:67|78|79)/i, 'sign-in-required'),
  known('Outlook', /0x800CCC(?:92|90|18)/i, 'credentials-wrong'),
  known(
    'Outlook',
    /0x800CCC0D|cannot find the e-?mail server|ENOTFOUND|getaddrinfo|Name or service not known|nodename nor servname|unknown host|11001|EAI_AGAIN|php_network_getaddresses/i,
    'server-name-unknown',
  ),
  known(
    'Outlook',
    /0x800CCC(?:19|13)|0x8004210[AB9]|timed? ?-?out|ETIMEDOUT|10060|No route to host|EHOSTUNREACH|ENETUNREACH|Network is unreachable/i,
    'port-blocked',
  ),
  known(
    'systems',
    /0x800CCC0E|connection (?:was )?refused|ECONNREFUSED|10061|could not connect to SMTP host|actively refused/i,
    'server-not-listening',
  ),
  known(
    'systems',
    /0x800CCC0F|ECONNRESET|connection (?:was )?(?:reset|lost|interrupted|terminated|closed|aborted)|lost connection|unexpectedly (?:closed|dropped)|10054|broken pipe|EPIPE/i,
    'connection-cut',
  ),
]
