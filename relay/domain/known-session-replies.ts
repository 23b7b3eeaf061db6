import type { ReplyCause } from './reply-causes.ts'

/** One known wording: whose it is, how it is recognised, what it means. The first that fits counts. */
export type KnownReply = { readonly by: string; readonly pattern: RegExp; readonly cause: ReplyCause }

/** Writes a row of the table on one line. */
export const known = (by: string, pattern: RegExp, cause: ReplyCause): KnownReply => ({ by, pattern, cause })

/** This relay's own words, and those that read like something else. */
const firstOfAll: readonly KnownReply[] = [
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
  known('Gmail', /account that you tried to reach is (?:disabled|inactive)/i, 'recipient-disabled'),
  known('Yahoo', /This mailbox is disabled/i, 'recipient-disabled'),
  known('Gmail', /is receiving mail (?:too quickly|at a rate)/i, 'sending-too-fast'),
  known('Microsoft 365', /SenderNotAuthenticatedFor/i, 'recipient-takes-no-mail-from-you'),
  // Amounts, said when signing in
  known('SendGrid', /Maximum credits exceeded/i, 'quota-used-up'),
]

const encryption: readonly KnownReply[] = [
  known(
    'Thunderbird, Java, .NET, Python',
    /STARTTLS.{0,40}(?:does ?n[o'’]t (?:support|advertise)|not supported)|does not support (?:secure|SSL-secured) connections/i,
    'encryption-choice-wrong',
  ),
  known(
    'Gmail, Postfix, RFC 4954',
    /must issue a STARTTLS|STARTTLS (?:is )?required|TLS required|to use TLS\/SSL|Encryption (?:is )?(?:needed|required)/i,
    'encryption-needed',
  ),
  known('Postfix', /TLS (?:is )?(?:currently )?(?:not available|unavailable)/i, 'encryption-not-working'),
  known(
    'OpenSSL programs',
    /wrong version number|ssl3_get_record|packet length too long|record layer failure/i,
    'encryption-choice-wrong',
  ),
  known('Java', /Unrecognized SSL message|plaintext connection\?/i, 'encryption-choice-wrong'),
  known(
    'Outlook',
    /0x800CCC(?:1A|7D|DD)|does not support the .{0,30}encryption type/i,
    'encryption-choice-wrong',
  ),
  known('MailKit', /typically reserved for plain-?text|unexpected packet format/i, 'encryption-choice-wrong'),
  known(
    'OpenSSL programs',
    /certificate verify failed|self[- ]signed certificate|unable to (?:get|verify) .{0,30}certificate|SEC_ERROR_|UntrustedRoot|0x800B0109/i,
    'certificate-not-trusted',
  ),
  known('Java', /PKIX path|valid certification path/i, 'certificate-not-trusted'),
  known(
    '.NET',
    /remote certificate (?:is invalid|was rejected)|certificate (?:presented by the server is not trusted|could not be validated)/i,
    'certificate-not-trusted',
  ),
  known(
    'PHP, Node, msmtp, Postfix',
    /did not match expected CN|ALTNAME_INVALID|certificate owner does not match|certificate (?:not verified|verification failed|problem)/i,
    'certificate-not-trusted',
  ),
  known(
    'many',
    /no protocols? available|unsupported protocol|alert protocol version|handshake fail/i,
    'encryption-not-working',
  ),
]

const relaying: readonly KnownReply[] = [
  known('Exchange', /5\.7\.54|unable to relay\b/i, 'relaying-denied'),
  known('Postfix, Exchange', /Relay access denied/i, 'relaying-denied'),
  known(
    'Sendmail, Exim, Gmail',
    /relay(?:ing)? (?:denied|not permitted|not allowed|prohibited)|not a relay|we do not relay|credentials for relay|not allow relaying/i,
    'relaying-denied',
  ),
  known('qmail', /list of allowed rcpthosts/i, 'relaying-denied'),
  known('Keycloak, hMailServer', /cannot deliver mail for/i, 'relaying-denied'),
  known('Postfix', /Client host rejected: Access denied/i, 'relaying-denied'),
]

const signIn: readonly KnownReply[] = [
  known(
    'Gmail',
    /application-specific password required|5\.7\.9 .{0,40}app password|log in (?:with|via|through) your web browser/i,
    'app-password-needed',
  ),
  known('Gmail', /Username and Password not accepted|BadCredentials/i, 'credentials-wrong'),
  known(
    'Gmail, Yahoo, Exim, Postfix',
    /too many (?:login|auth\w*|bad auth|failed) (?:attempts|failures)/i,
    'too-many-sign-ins',
  ),
  known(
    'Microsoft 365',
    /user credentials were incorrect|5\.7\.3 Authentication unsuccessful/i,
    'credentials-wrong',
  ),
  known(
    'Microsoft 365',
    /5\.7\.139|basic authentication is disabled|SmtpClientAuthentication is disabled/i,
    'sign-in-kind-refused',
  ),
  known(
    'Postfix, Gmail',
    /Temporary authentication failure|cannot authenticate due to (?:a )?temporary/i,
    'sign-in-not-working-now',
  ),
  known(
    'Postfix',
    /no mechanism available|no worthy mechs|authentication not enabled/i,
    'sign-in-kind-refused',
  ),
  known(
    'many',
    /unrecognized authentication type|unsupported auth\w* (?:mechanism|method)|AUTH command used when not advertised|AUTH extension not supported/i,
    'sign-in-kind-refused',
  ),
  known(
    'Thunderbird, Outlook',
    /support the selected authentication method|support encrypted passwords|allow plaintext passwords|GSSAPI ticket was not accepted|None of the authentication methods|0x800CCC80/i,
    'sign-in-kind-refused',
  ),
  known('Outlook', /0x800CCC(?:67|78|79)/i, 'sign-in-required'),
  known(
    'Microsoft 365, .NET',
    /5\.7\.57|client (?:was )?not authenticated|sender is not authenticated\b/i,
    'sign-in-required',
  ),
  known(
    'many',
    /authentication (?:is )?required|please authenticate|must (?:first )?authenticate|requires authentication|SMTP AUTH is required|unauthenticated senders? not allowed/i,
    'sign-in-required',
  ),
  known('Postfix', /Sender address rejected: not logged in/i, 'sign-in-required'),
  known('Nodemailer', /Missing credentials for/i, 'sign-in-required'),
  known('SendGrid', /authentication failed: account (?:disabled|suspended)/i, 'account-inactive'),
  known(
    'Amazon SES, Exim',
    /Authentication Credentials Invalid|Incorrect authentication data/i,
    'credentials-wrong',
  ),
  known(
    'many',
    /(?<!(?:SPF|DKIM|DMARC|sender|domain) )(?:authentication|login) (?:failed|failure|unsuccessful|denied)|(?:could not|unable to) authenticate|invalid login or password/i,
    'credentials-wrong',
  ),
  known('Apple Mail', /user ?name or password .{0,30}(?:is )?(?:incorrect|wrong)/i, 'credentials-wrong'),
  known('Outlook', /0x800CCC(?:92|90|18)|rejected your login/i, 'credentials-wrong'),
  known('Microsoft 365', /bad outbound sender|5\.7\.50[1-3]\b/i, 'account-inactive'),
]

const senders: readonly KnownReply[] = [
  known(
    'Exchange',
    /5\.7\.60\b|SendAsDenied|not allowed to send as|permissions? to send as/i,
    'sender-not-authorized',
  ),
  known('Microsoft 365, Gmail', /from unregistered domains|Mail Sending denied/i, 'sender-not-authorized'),
  known('Postfix', /Sender address rejected: (?:not owned by|User unknown)/i, 'sender-not-authorized'),
  known('Apple Mail', /sender address .{0,80}was rejected by the server/i, 'sender-not-authorized'),
  known('Amazon SES', /not authori[sz]ed to perform .?ses:/i, 'sender-not-authorized'),
  known('Amazon SES', /Email address(?:es)? (?:is|are) not verified/i, 'sender-not-verified'),
  known('SendGrid', /from address does not match a verified sender identity/i, 'sender-not-verified'),
  known('Mailgun', /domain is unverified/i, 'sender-not-verified'),
  known(
    'Mailjet, Brevo',
    /sender (?:address )?(?:is )?not (?:validated|valid|verified)|unverified sender/i,
    'sender-not-verified',
  ),
  known(
    'many',
    /sender(?: address)? (?:is )?not (?:allowed|authori[sz]ed|permitted)|not authori[sz]ed to send (?:as|from|on behalf)/i,
    'sender-not-authorized',
  ),
  known('Postfix', /Sender address rejected: (?:Domain not found|unverified)/i, 'sender-domain-unknown'),
  known('Exim', /(?:unrouteable|unroutable) sender address|Sender verify failed/i, 'sender-domain-unknown'),
  known(
    'Sendmail, GMX, Yahoo',
    /Domain of sender address|invalid DNS MX or A|unresolvable RFC\.?5321/i,
    'sender-domain-unknown',
  ),
  known(
    'Postfix, Gmail',
    /Sender address rejected: need fully|is not a valid RFC 5321 address/i,
    'sender-malformed',
  ),
  known(
    'many',
    /(?:account|user|mailbox sending|domain).{0,40}(?:disabled|suspended|deactivated|locked|blocked)(?! (?:by|using))/i,
    'account-inactive',
  ),
]

/**
 * Wordings about sign-in, encryption and senders, the more telling before the more general. No pattern repeats a
 * repetition, so none takes longer than the text is long.
 */
export const sessionReplies: readonly KnownReply[] = [
  ...firstOfAll,
  ...encryption,
  ...relaying,
  ...signIn,
  ...senders,
]
