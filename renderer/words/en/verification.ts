import type {
  CodeNotAskedReason,
  CodeNotTakenReason,
  DomainNotCheckedReason,
  EntryView,
} from '../../../electron/ipc/window-verification.ts'
import type { DomainCheck, OwnershipFindings } from '../../../relay/domain/domain-ownership.ts'
import type { VerificationMethod } from '../../../relay/domain/verification.ts'

const gone = {
  'user-unknown': 'This SMTP+ user is gone. Go back and choose another.',
  'entry-unknown': 'This entry is not in the lists any more. Look at the lists again.',
  'already-verified': 'It is verified already: it may send.',
  'settings-not-saved':
    'That could not be written to disk, so it does not count. Free disk space or allow writing there, then try again.',
}

const notAsked = {
  ...gone,
  'user-inactive': 'No code was mailed: the SMTP+ user is inactive. Set it to active, then ask again.',
  'not-in-force': 'No code was mailed: the relay has not taken up the lists yet. Ask again in a moment.',
  storage: 'No code was mailed: the message could not be kept on disk. Free some disk space, then ask again.',
  'relay-not-answering': 'No code was mailed: the relay does not answer. Home says what to do.',
} satisfies Record<CodeNotAskedReason, string>

const notTaken = {
  ...gone,
  'no-code-asked': 'No code is being waited for. Have one mailed first.',
  'wrong-code': 'That is not the code. Compare it with the newest mail: an older code no longer counts.',
  'too-many-tries': 'Five wrong codes: this one no longer counts. Have a new one mailed.',
  'code-expired': 'This code is older than 30 minutes and no longer counts. Have a new one mailed.',
} satisfies Record<CodeNotTakenReason, string>

const notChecked = {
  ...gone,
  'relay-not-answering': 'Nothing was looked up: the relay does not answer. Home says what to do.',
} satisfies Record<DomainNotCheckedReason, string>

const check = {
  verified: 'Found. The domain is verified.',
  'records-missing':
    'Not verified yet: the records are not all there. If you published them just now, wait and check again: it can take 24 to 48 hours.',
  'no-such-domain':
    'The DNS knows no domain of this name. Look whether it is written right; if it is, ask whoever manages the domain.',
  'dns-not-answering':
    'The DNS did not answer within 5 seconds. Look at your internet connection, then check again.',
  'dns-refused': 'The DNS server refused to answer ({{code}}). Check again later, or from another network.',
} satisfies Record<DomainCheck['reason'], string>

const state = {
  'not-verified': 'Not verified, authorizes nothing',
  waiting: 'Waiting for the code, authorizes nothing yet',
  verified: 'Verified',
  'carried-over': 'Verified before, carried over',
} satisfies Record<EntryView['state'], string>

const how = {
  code: 'Verified by a code, {{time}}',
  'dns-txt': 'Verified by its TXT record, {{time}}',
  'smtp-plus-dns': 'Verified by the DNS records of SMTP+, {{time}}',
  'confirmed-in-mailup': 'Verified in MailUp, as confirmed {{time}}',
} satisfies Record<VerificationMethod, string>

const found = {
  found: 'found',
  missing: 'missing',
  'without-smtp-plus': 'there, but without include:musvc.com',
  several: 'more than one v=spf1 record, so none of them counts: join them into one',
  'other-target': 'leads to {{target}} instead',
} satisfies Record<OwnershipFindings['spf'] | OwnershipFindings['dkim'][number]['status'], string>

export const verification = {
  title: 'Authorized domains and senders',
  table: 'Entries of both lists',
  columns: { entry: 'Entry', covers: 'Who may send', state: 'State' },
  covers: { domains: 'Every address', senders: 'This address' },
  state,
  how,
  inPractice: 'Counts as verified in practice',
  unverified_one:
    '{{count}} entry is not verified and authorizes nothing until it is. Press on it to verify it.',
  unverified_other:
    '{{count, number}} entries are not verified and authorize nothing until they are. Press on one to verify it.',
  find: 'Find an entry',
  show: 'Entries to show',
  showAll: 'All',
  showUnverified: 'Not verified',
  noneFound: 'No entry fits. Change the search.',
  confirmAll_one: 'I have confirmed it in MailUp',
  confirmAll_other: 'I have confirmed all {{count, number}} in MailUp',
  confirmAllSure_one:
    'Record that MailUp shows {{count}} entry as verified? It is kept as your word, and may send at once.',
  confirmAllSure_other:
    'Record that MailUp shows these {{count}} entries as verified? It is kept as your word, and they may send at once.',
  authorizesNothing: 'It authorizes nothing until it is verified: mail from it is refused.',
  authorizesNothingAlert:
    'It authorizes nothing until it is verified: mail from it goes out, but counts as unauthorized and is reported to you.',
  carriedOverNote:
    'It was here before the app kept track of verification, and counts as verified, as SMTP+ itself did with its older accounts.',
  verifiedNote: 'Mail from it may go out through “{{user}}”.',
  practiceNote: 'Mail of the practice user stays on this computer, so nothing has to be verified.',
  notActive:
    'There are verified senders now, and the SMTP+ user “{{user}}” is still inactive: nothing goes out for it.',
  remove: 'Take it off the list',
  removeSure: 'Take {{entry}} off the list? Mail from it is no longer authorized.',
  removeLastSure:
    'Take {{entry}} off the list? It is the last entry: with both lists empty every sender may send.',
  code: {
    title: 'By a code',
    body: 'The app mails a code from this address to itself, through “{{user}}”. Whoever can read it there may send as it.',
    ask: 'Mail me a code',
    askAgain: 'Mail a new code',
    look: 'Look in the mailbox of {{address}}, also among the spam.',
    mail: 'The mail with the code',
    mailElsewhere: 'What became of the mail is under Activity.',
    field: 'Code from the mail',
    fieldHint: 'Eight letters and digits in two groups, like K7QF-2MXA.',
    required: 'Type the eight letters and digits from the mail.',
    verify: 'Verify',
    validUntil_one: 'Valid until {{time}}, for {{count}} more try.',
    validUntil_other: 'Valid until {{time}}, for {{count}} more tries.',
  },
  domain: {
    txtTitle: 'By a TXT record',
    txtBody:
      'Publish this record where the domain is managed. It only says that the domain is yours; it changes nothing for mail.',
    ownBody:
      'They are needed for good delivery anyway: your mail then carries your domain, without “via”. If they are all there, they are proof enough.',
    fields: { name: 'Name', type: 'Type', value: 'Value', points: 'Leads to' },
    check: 'Check now',
    patience: 'New records are seen after a few minutes, sometimes only after 24 to 48 hours.',
    result: 'What the DNS says',
    txt: 'TXT record',
    spf: 'SPF',
  },
  mailUp: {
    title: 'Already verified in MailUp',
    body: 'In MailUp, under Settings, List settings, SMTP+, each address and domain shows whether it is verified. If this one is, say so here; it is kept as your word.',
    open: 'Open the SMTP+ settings',
    confirm: 'I have confirmed it in MailUp',
  },
  check,
  found,
  notAsked,
  notTaken,
  notChecked,
  added: {
    label_one: 'The new entry',
    label_other: 'The {{count}} new entries',
    confirmed: 'Verified in MailUp already',
    confirmedHint_one: 'It may send at once, on your word.',
    confirmedHint_other: 'They may send at once, on your word.',
    later: 'To be verified here',
    laterHint_one: 'Until then it authorizes nothing.',
    laterHint_other: 'Until then they authorize nothing.',
  },
}
