import { programErrors } from './known-program-errors.ts'
import { type KnownReply, known, sessionReplies } from './known-session-replies.ts'

/** Wordings about reputation, amounts, recipients and content. */
const messageReplies: readonly KnownReply[] = [
  // What the sender's domain publishes
  known(
    'Gmail, Microsoft 365, Postfix',
    /5\.7\.25|\bPTR\b|reverse (?:DNS|hostname|lookup)|cannot find your (?:reverse )?hostname/i,
    'no-reverse-name',
  ),
  known('Gmail', /not authori[sz]ed to send email directly/i, 'no-reverse-name'),
  known(
    'Gmail',
    /SPF record with a hard fail|fails to pass SPF|SPF authentication didn't pass/i,
    'spf-failed',
  ),
  known(
    'Gmail, Yahoo, Microsoft 365',
    /5\.7\.26|DMARC|either (?:the authenticated )?SPF or DKIM|authentication checks \(SPF or DKIM/i,
    'dmarc-failed',
  ),
  known('Gmail, Microsoft 365', /[45]\.7\.(?:23|24|27)\b|\bSPF\b|Sender Policy Framework/i, 'spf-failed'),
  known('Gmail', /[45]\.7\.30|5\.7\.2[012]\b|\bDKIM\b/i, 'dkim-failed'),
  // Reputation
  known(
    'Microsoft 365',
    /5\.7\.(?:511|60[5-9]|6[1-4]\d)|banned sending IP|S3140|S3150|block list|traffic not accepted from this IP/i,
    'blocklisted',
  ),
  known(
    'many',
    /spamhaus|barracuda(?:central)?|spamcop|sorbs|uceprotect|\bRBL\b|DNSBL|block(?:ed)? (?:list|using)|blacklist/i,
    'blocklisted',
  ),
  known('Yahoo', /\[TSS(?:09|11)\]|permanently deferred/i, 'blocklisted'),
  known(
    'Yahoo',
    /\[TSS?\d\d\]|temporarily deferred due to (?:user complaints|unexpected volume)/i,
    'sending-too-fast',
  ),
  known('Yahoo', /\[BL\d\d\]|553 5\.7\.1 \[BL/i, 'blocklisted'),
  known('Yahoo', /^(?:\d{3} )?(?:\d\.\d\.\d )?Message from \S+ temporarily deferred/i, 'sending-too-fast'),
  known(
    'Microsoft 365',
    /4\.7\.(?:[56]\d\d|8[5-9]\d)\b.{0,10}Access denied, please try again/i,
    'blocklisted',
  ),
  known('Gmail', /unusual rate of (?:unsolicited )?mail/i, 'sending-too-fast'),
  known('Gmail', /likely (?:unsolicited|suspicious)|unsolicited mail|low reputation/i, 'looks-like-spam'),
  known('Yahoo', /not accepted for policy reasons/i, 'looks-like-spam'),
  known(
    'Gmail',
    /content presents a potential security issue|illegal attachment|5\.7\.0 .{0,60}blocked/i,
    'attachment-refused',
  ),
  known(
    'many',
    /virus|malware|(?:attachment|file) (?:type )?.{0,30}(?:blocked|not allowed|prohibited|rejected)/i,
    'attachment-refused',
  ),
  known(
    'many',
    /\bspam\b|message (?:content )?rejected due to content|5\.7\.350|content (?:rejected|filter)/i,
    'looks-like-spam',
  ),
  // Speed and amounts
  known('many', /grey-?list|graylist|postgrey/i, 'greylisted'),
  known(
    'Gmail',
    /Daily (?:user )?(?:SMTP relay )?(?:sending )?(?:limit|quota) exceeded|5\.4\.5/i,
    'quota-used-up',
  ),
  known('Amazon SES', /Daily message quota exceeded/i, 'quota-used-up'),
  known('Amazon SES', /Maximum sending rate exceeded/i, 'sending-too-fast'),
  known('Exchange', /SubmissionQuotaExceeded|Submission quota exceeded/i, 'quota-used-up'),
  known('Microsoft 365', /5\.2\.12[12]|message receive limit/i, 'sending-too-fast'),
  known(
    'SendGrid, Mailgun',
    /(?:monthly|daily|hourly) (?:limit|quota)|plan limit|credits? (?:exhausted|used up)/i,
    'quota-used-up',
  ),
  known(
    'Postfix',
    /too (?:many (?:concurrent )?connections|frequent connects)|connection (?:rate|count) limit|concurrency limit|max message per connection/i,
    'too-many-connections',
  ),
  known('Exchange', /4\.3\.2 .{0,60}(?:concurrent|connections)|432 4\.3\.2/i, 'too-many-connections'),
  known(
    'Gmail, Microsoft 365, Postfix',
    /Server busy|try again later, closing|too many errors|temporary system problem/i,
    'server-busy',
  ),
  known(
    'many',
    /too many recipients|recipient(?:s)? limit|allowed number of recipients/i,
    'too-many-recipients',
  ),
  known(
    'many',
    /rate (?:limit|exceed)|too many (?:messages|mails|emails|requests)|sending too fast|throttl|slow down|limit exceeded/i,
    'sending-too-fast',
  ),
  known(
    'many',
    /(?:message|mail|size).{0,40}(?:exceeds|too (?:large|big)|larger than|maximum size)|size limit/i,
    'message-too-large',
  ),
  // Recipients
  known(
    'many',
    /(?:mailbox|quota|user|inbox).{0,20}(?:is )?(?:full|over quota|exceeded|storage)|over ?quota/i,
    'recipient-mailbox-full',
  ),
  known(
    'Postfix',
    /Recipient address rejected: (?:Domain not found|Malformed DNS)|Host (?:or domain name )?not found|no MX|nullMX|null MX/i,
    'recipient-domain-unknown',
  ),
  known(
    'Postfix',
    /Recipient address rejected: Access denied|User unknown|unknown user|no such (?:user|recipient|mailbox|address)|RecipientNotFound|RecipNotFound/i,
    'recipient-unknown',
  ),
  known(
    'many',
    /(?:mailbox|recipient|user|address).{0,30}(?:unavailable|not found|does ?n.t exist|unknown|not exist|no longer)/i,
    'recipient-unknown',
  ),
  known('Exim', /Unrouteable address|invalid recipient/i, 'recipient-unknown'),
  known(
    'Yahoo, qmail',
    /user doesn't have a|no mailbox here|\bdd \S+ is no longer valid/i,
    'recipient-unknown',
  ),
  known(
    'Microsoft 365',
    /5\.7\.(?:124|133|134|136)|only accepts? mail from|Access denied, rejected by recipient|not in (?:the )?(?:recipient|allowed)|sender not permitted|policy that prohibited the mail/i,
    'recipient-takes-no-mail-from-you',
  ),
  known('many', /user not local|has moved|new address/i, 'recipient-moved'),
  // Content
  known('Exchange', /BareLinefeeds|bare (?:LF|CR|<LF>|<CR>|linefeed|carriage)/i, 'line-ends-wrong'),
  known(
    'Gmail',
    /not RFC ?(?:5322|2822)|must be RFC 5322|message is malformed|missing a valid (?:address|messageId|Message-ID)|multiple (?:From|addresses in From)|malformed header|headers? (?:are|is) (?:malformed|not rfc compliant)/i,
    'headers-malformed',
  ),
  known('many', /SMTPUTF8|internationali[sz]ed|EAI\b.{0,20}not/i, 'international-address-refused'),
  known('many', /8BITMIME|conversion (?:required|not supported)/i, 'content-not-convertible'),
  known(
    'Postfix',
    /Helo command rejected|Access denied, bad HELO|HELO\/EHLO argument|invalid HELO|need fully-qualified hostname|HELO.{0,30}(?:denied|reject)/i,
    'greeting-name-refused',
  ),
  known('Microsoft 365', /5\.4\.300\b|message expired/i, 'waited-too-long'),
  known('many', /too many hops|loops? back|mail loop|routing loop|hop count/i, 'mail-loop'),
]

/** All of them, in the order in which they are tried: the first that fits counts. */
export const knownReplies: readonly KnownReply[] = [...sessionReplies, ...messageReplies, ...programErrors]
