import { messageDate } from '../domain/completed-header.ts'
import type { FailureReason } from '../domain/delivery-outcome.ts'
import { type DeliveryReport, isServerReply, type RecipientReport } from '../domain/delivery-status.ts'
import type { Language } from '../domain/language.ts'
import { assertNever } from '../domain/result.ts'

export type NoticeText = { readonly subject: string; readonly body: readonly string[] }

/** What the words name of the message that the notice is about. */
export type ReportedMessage = { readonly subject: string }

/** What a notice says to people: what happened, with the exact answer, what became of the message, what to do. */
export function noticeText(report: DeliveryReport, message: ReportedMessage, language: Language): NoticeText {
  const words = wordsOf[language]
  const action = report.recipients[0]?.action ?? 'failed'
  const { subject, opening } = words.of[action]
  return {
    subject,
    body: [
      opening,
      '',
      ...report.recipients.flatMap((recipient) => told(recipient, report, words)),
      '',
      ...endingOf(report, action, words),
      '',
      words.about(message.subject, messageDate(report.arrivedAtMs)),
      '',
      '-- ',
      words.end,
    ],
  }
}

/** What became of the message, and what to do. */
function endingOf(
  { recipients, retryUntilMs }: DeliveryReport,
  action: RecipientReport['action'],
  words: Words,
): readonly string[] {
  switch (action) {
    case 'failed': {
      const reasons = new Set(recipients.map(({ reason }) => reason))
      return [words.fate, ...[...reasons].flatMap((reason) => (reason === null ? [] : [words.cure[reason]]))]
    }
    case 'delayed':
      return [words.tried(messageDate(retryUntilMs ?? 0)), words.patience]
    case 'relayed':
      return [words.noMore]
    default:
      return assertNever(action)
  }
}

/** One message in place of the many that would have been too many. `count`: messages; `sample`: some of them. */
export function summaryText(
  summary: {
    readonly count: number
    readonly sinceMs: number
    readonly sample: readonly RecipientReport[]
    /** passed on, not failed */
    readonly relayed: boolean
  },
  language: Language,
): NoticeText {
  const words = wordsOf[language]
  const { count, sinceMs, sample } = summary
  const several = summary.relayed ? words.severalRelayed : words.severalFailed
  return {
    subject: several.subject(count),
    body: [
      several.opening(count, messageDate(sinceMs)),
      '',
      ...sample.flatMap(({ address, reply }) => [
        `    ${address}`,
        ...(reply === '' ? [] : [`      ${plain(reply)}`]),
      ]),
      ...(count > sample.length ? ['    …'] : []),
      '',
      ...several.ending,
      '',
      '-- ',
      words.end,
    ],
  }
}

function told(
  { address, reply }: RecipientReport,
  { server }: DeliveryReport,
  words: Words,
): readonly string[] {
  if (reply === '') return [`    ${address}`]
  return [
    `    ${address}`,
    `      ${isServerReply(reply) ? `${words.answered(server)} ` : ''}${plain(reply)}`,
  ]
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

type Words = {
  /** subjects are ASCII */
  readonly of: Readonly<
    Record<RecipientReport['action'], { readonly subject: string; readonly opening: string }>
  >
  readonly answered: (server: string) => string
  readonly fate: string
  readonly cure: Readonly<Record<FailureReason, string>>
  readonly tried: (until: string) => string
  readonly patience: string
  readonly about: (subject: string, at: string) => string
  readonly noMore: string
  readonly severalFailed: Several
  readonly severalRelayed: Several
  readonly end: string
}

type Several = {
  readonly subject: (count: number) => string
  readonly opening: (count: number, since: string) => string
  readonly ending: readonly string[]
}

const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    of: {
      failed: {
        subject: 'Not delivered: your message',
        opening: 'Your message could not be delivered to:',
      },
      delayed: {
        subject: 'Not delivered yet: your message',
        opening: 'Your message has not been delivered yet to:',
      },
      relayed: {
        subject: 'Passed on: your message',
        opening: 'As you asked to be told: your message was taken by the mail server for:',
      },
    },
    answered: (server) => `${server} answered:`,
    fate: 'It did not reach them and is no longer tried. It is kept for 30 days in SMTP+ Companion, Activity, from where it can be sent again.',
    cure: {
      'refused-by-server':
        'See what the answer says: mostly the address has a slip in it, or that mailbox is gone. Put it right and send the message again.',
      'gave-up':
        'It was tried again and again, in vain. Send it again when the server takes mail again, or reach these people another way.',
      'smtputf8-missing': 'Use an address in plain English letters for them, if they have one.',
      '8bitmime-missing':
        'Let your program write messages in quoted-printable or base64, and send the message again.',
      'too-large':
        'Make the message smaller, for instance with a link in place of an attachment, and send it again.',
    },
    tried: (until) => `Nothing is lost: it is tried again by itself until ${until}.`,
    patience: 'There is nothing for you to do. If it fails for good, another message like this tells you.',
    about: (subject, at) => `It is the message "${subject}" of ${at}.`,
    noMore:
      'It takes it from here, but does not tell when a message has arrived: there will be no other message like this about it.',
    severalFailed: {
      subject: (count) => `Not delivered: ${count} more of your messages`,
      opening: (count, since) =>
        `Since ${since}, ${count} more of your messages could not be delivered. They are told here together, because each by itself would have been too many. Some of them:`,
      ending: [
        'They did not reach these people and are no longer tried. They are kept for 30 days in SMTP+ Companion, Activity.',
        'If a program sends so much without your wish, pause its sign-in there.',
      ],
    },
    severalRelayed: {
      subject: (count) => `Passed on: ${count} more of your messages`,
      opening: (count, since) =>
        `Since ${since}, ${count} more of your messages were taken by the mail server. They are told here together, because each by itself would have been too many. Some of them:`,
      ending: ['It does not tell when they have arrived.'],
    },
    end: 'SMTP+ Companion, which sends your mail. Nobody reads answers to this message.',
  },
  it: {
    of: {
      failed: {
        subject: 'Non consegnato: il tuo messaggio',
        opening: 'Il tuo messaggio non è stato consegnato a:',
      },
      delayed: {
        subject: 'Non ancora consegnato: il tuo messaggio',
        opening: 'Il tuo messaggio non è ancora stato consegnato a:',
      },
      relayed: {
        subject: 'Passato al server: il tuo messaggio',
        opening: 'Come hai chiesto di sapere, il server di posta ha accettato il tuo messaggio per:',
      },
    },
    answered: (server) => `${server} ha risposto:`,
    fate: 'Non è arrivato e non verrà più ritentato. Resta per 30 giorni in SMTP+ Companion, Attività, da dove si può inviare di nuovo.',
    cure: {
      'refused-by-server':
        'Leggi la risposta: di solito l’indirizzo contiene un errore, o la casella non esiste più. Correggi e invia di nuovo il messaggio.',
      'gave-up':
        'È stato ritentato più volte, invano. Invialo di nuovo quando il server riprende la posta, o contatta queste persone in altro modo.',
      'smtputf8-missing': 'Usa per loro un indirizzo con sole lettere senza accenti, se ne hanno uno.',
      '8bitmime-missing':
        'Fai scrivere al programma i messaggi in quoted-printable o base64 e invia di nuovo il messaggio.',
      'too-large':
        'Riduci il messaggio, per esempio con un link al posto di un allegato, e invialo di nuovo.',
    },
    tried: (until) => `Niente è perso: viene ritentato da solo fino a ${until}.`,
    patience: 'Non devi fare nulla. Se alla fine non riesce, te lo dice un altro messaggio come questo.',
    about: (subject, at) => `È il messaggio «${subject}» di ${at}.`,
    noMore:
      'Da qui se ne occupa lui, ma non comunica quando un messaggio è arrivato: su questo messaggio non riceverai altri avvisi.',
    severalFailed: {
      subject: (count) => `Non consegnati: altri ${count} tuoi messaggi`,
      opening: (count, since) =>
        `Da ${since} altri ${count} tuoi messaggi non sono stati consegnati. Sono riuniti qui, perché uno alla volta sarebbero stati troppi. Alcuni:`,
      ending: [
        'Non sono arrivati e non verranno più ritentati. Restano per 30 giorni in SMTP+ Companion, Attività.',
        'Se un programma invia tanto senza che tu lo voglia, sospendi lì il suo accesso.',
      ],
    },
    severalRelayed: {
      subject: (count) => `Passati al server: altri ${count} tuoi messaggi`,
      opening: (count, since) =>
        `Da ${since} il server di posta ha accettato altri ${count} tuoi messaggi. Sono riuniti qui, perché uno alla volta sarebbero stati troppi. Alcuni:`,
      ending: ['Il server non comunica quando sono arrivati.'],
    },
    end: 'SMTP+ Companion, che invia la tua posta. Nessuno legge le risposte a questo messaggio.',
  },
}
