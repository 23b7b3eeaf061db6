import type { ReplyCause } from './reply-causes.ts'

/** One known wording: whose it is, how it is recognised, what it means. The first that fits counts. */
export type KnownReply = { readonly by: string; readonly pattern: RegExp; readonly cause: ReplyCause }

/** Writes a row of the table on one line. */
export const known = (by: string, pattern: RegExp, cause: ReplyCause): KnownReply => ({ by, pattern, cause })

/**
 * Wordings about sign-in, encryption and senders, the more telling before the more general. No pattern repeats a
 * repetition, so none takes longer than the text is long.
 */
export const sessionReplies: readonly KnownReply[] = [
  // This relay's own
  known('SMTP+ Companion', /may not send through SMTP\+ user/i, 'sender-not-authorized'),
  known(
    'SMTP+ Companion',
    /(?:but|and|is) not (?:yet )?verified|but not verified yet/i,
    'sender-not-verified',
  ),
  known('SMTP+ Companion', /Use the sign-in made in SMTP\+ Companion/i, 'credentials-wrong'),
  // A receiver's word about its own user, which reads like one about ours
  known('Gmail', /account that you tried to reach does not exist/i, 'recipient-unknown'),
  known('Gmail', /account that you tried to reach is over quota/i, 'recipient-mailbox-full'),
  known('Gmail', /account that you tried to reach is disabled/i, 'recipient-disabled'),
  // Sign-in
  known(
    'Gmail',
    /application-specific password required|5\.7\.9 .{0,40}(?:web ?browser|app password)/i,
    'app-password-needed',
  ),
  known('Gmail', /Username and Password not accepted|BadCredentials/i, 'credentials-wrong'),
  known('Gmail', /Please log in (?:with|via) your web browser/i, 'app-password-needed'),
  known('Yahoo', /AUTH.{0,40}too many bad auth attempts/i, 'too-many-sign-ins'),
  known(
    'Microsoft 365',
    /5\.7\.139|basic authentication is disabled|SmtpClientAuthentication is disabled/i,
    'sign-in-kind-refused',
  ),
  known('Microsoft 365', /5\.7\.57|client (?:was )?not authenticated/i, 'sign-in-required'),
  known('Microsoft 365', /5\.7\.3 Authentication unsuccessful/i, 'credentials-wrong'),
  known('Dovecot, Postfix', /SASL (?:LOGIN|PLAIN|CRAM-MD5) authentication failed/i, 'credentials-wrong'),
  known('Exim', /535 Incorrect authentication data/i, 'credentials-wrong'),
  known('Amazon SES', /Authentication Credentials Invalid/i, 'credentials-wrong'),
  known(
    'SendGrid',
    /authentication failed: (?:bad username|the provided authorization grant)/i,
    'credentials-wrong',
  ),
  known('Mailgun', /535 5\.7\.1? ?Username and Password not accepted/i, 'credentials-wrong'),
  known(
    'Exim, Postfix',
    /too many (?:login|auth\w*|bad auth|failed) (?:attempts|failures)/i,
    'too-many-sign-ins',
  ),
  known('Gmail', /Too many login attempts/i, 'too-many-sign-ins'),
  known(
    'Postfix',
    /454 4\.7\.0 Temporary authentication failure|Temporary authentication failure/i,
    'sign-in-not-working-now',
  ),
  known(
    'Postfix',
    /no mechanism available|503 5\.5\.1 Error: authentication not enabled/i,
    'sign-in-kind-refused',
  ),
  known(
    'many',
    /unrecognized authentication type|unsupported auth\w* (?:mechanism|method)|AUTH command used when not advertised/i,
    'sign-in-kind-refused',
  ),
  known(
    'many',
    /(?:account|user|mailbox sending).{0,40}(?:disabled|suspended|deactivated|locked|blocked)(?! using)/i,
    'account-inactive',
  ),
  // Encryption
  known(
    'Gmail, Postfix',
    /must issue a STARTTLS|STARTTLS (?:is )?required|5\.7\.0 TLS required|Encryption (?:is )?(?:needed|required)/i,
    'encryption-needed',
  ),
  known('Postfix', /TLS (?:is )?(?:currently )?(?:not available|unavailable)/i, 'encryption-not-working'),
  known(
    'OpenSSL programs',
    /wrong version number|ssl3_get_record|packet length too long|record layer failure/i,
    'encryption-choice-wrong',
  ),
  known(
    'Outlook',
    /0x800CCC1A|does not support the (?:specified )?connection encryption type/i,
    'encryption-choice-wrong',
  ),
  known(
    'OpenSSL programs',
    /certificate verify failed|self[- ]signed certificate|unable to (?:get|verify) .{0,30}certificate|SEC_ERROR_|UntrustedRoot|0x800B0109/i,
    'certificate-not-trusted',
  ),
  known('Outlook', /0x800CCC7D|0x800CCCDD/i, 'encryption-choice-wrong'),
  known(
    'many',
    /no protocols? available|unsupported protocol|alert protocol version|handshake fail/i,
    'encryption-not-working',
  ),
  // Relaying and senders
  known('Microsoft 365', /5\.7\.54|unable to relay (?:recipient|for)/i, 'relaying-denied'),
  known('Postfix', /Relay access denied/i, 'relaying-denied'),
  known(
    'Sendmail, Exim',
    /relay(?:ing)? (?:denied|not permitted|not allowed|prohibited)|not a relay|we do not relay/i,
    'relaying-denied',
  ),
  known('Exchange', /5\.7\.60\b|SendAsDenied|not allowed to send as/i, 'sender-not-authorized'),
  known('Postfix', /Sender address rejected: not (?:owned by|logged in)/i, 'sender-not-authorized'),
  known('Amazon SES', /Email address(?:es)? (?:is|are) not verified/i, 'sender-not-verified'),
  known('SendGrid', /from address does not match a verified sender identity/i, 'sender-not-verified'),
  known(
    'Mailjet, Brevo',
    /sender (?:is )?not (?:validated|valid|verified)|unverified sender/i,
    'sender-not-verified',
  ),
  known(
    'many',
    /sender(?: address)? (?:is )?not (?:allowed|authori[sz]ed|permitted)|not authori[sz]ed to send (?:as|from|on behalf)/i,
    'sender-not-authorized',
  ),
  known(
    'Postfix',
    /Sender address rejected: (?:Domain not found|unverified|need fully)/i,
    'sender-domain-unknown',
  ),
  known('Exim', /(?:unrouteable|unroutable) sender address|Sender verify failed/i, 'sender-domain-unknown'),
]
