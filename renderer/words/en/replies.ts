import type { ReplyCause, ReplyHelper } from '../../../relay/domain/reply-causes.ts'
import { sessionReplies } from './session-replies.ts'

/** What an answer of a server means, and what to do: one sentence of cause, one of cure. */
const causes: Readonly<Record<ReplyCause, { cause: string; cure: string }>> = {
  ...sessionReplies,
  'recipient-unknown': {
    cause: 'The recipient’s server knows no such address.',
    cure: 'Check the address for typing errors, or ask the recipient for the right one.',
  },
  'recipient-domain-unknown': {
    cause: 'The recipient’s domain doesn’t exist or takes no mail.',
    cure: 'Check what stands after the @.',
  },
  'recipient-malformed': {
    cause: 'The recipient’s address isn’t written as one.',
    cure: 'Correct it: name@domain, each recipient on its own.',
  },
  'recipient-mailbox-full': {
    cause: 'The recipient’s mailbox is full.',
    cure: 'Tell the recipient another way; the message can be sent again later.',
  },
  'recipient-disabled': {
    cause: 'The recipient’s mailbox is switched off.',
    cure: 'Ask the recipient for another address.',
  },
  'recipient-takes-no-mail-from-you': {
    cause: 'The recipient takes mail from certain senders only.',
    cure: 'Ask the recipient to allow your address.',
  },
  'recipient-moved': {
    cause: 'The recipient has another address now.',
    cure: 'Use the address named in the answer, or ask for it.',
  },
  greylisted: {
    cause: 'The recipient’s server puts off senders it doesn’t know yet.',
    cure: 'Wait: it is tried again by itself and passes then.',
  },
  'sending-too-fast': {
    cause: 'Too many messages in too short a time.',
    cure: 'Wait: the rest goes out more slowly. For regular amounts, set messages an hour for the user.',
  },
  'quota-used-up': {
    cause: 'The number of messages bought or allowed is used up.',
    cure: 'Wait for the next period, or buy more. An SMTP+ trial has 25 messages a month.',
  },
  'too-many-recipients': {
    cause: 'The message has more recipients than the server takes at once.',
    cure: 'Spread them over several messages.',
  },
  'too-many-connections': {
    cause: 'Too many connections at the same time.',
    cure: 'Wait: it is tried again by itself. Close programs that hold connections open.',
  },
  'message-too-large': {
    cause: 'The message is too large. SMTP+ takes attachments up to 10 MB.',
    cure: 'Send a link instead of the file, or make the file smaller.',
  },
  'spf-failed': {
    cause: 'The domain’s SPF record doesn’t name the server that sent it.',
    cure: 'Complete the domain’s SPF record; Senders shows what to publish.',
  },
  'dkim-failed': {
    cause: 'The message’s DKIM signature is missing or doesn’t fit.',
    cure: 'Publish both DKIM records of the domain; Senders shows them.',
  },
  'dmarc-failed': {
    cause: 'The recipient can’t confirm that the sender’s domain sent this (SPF, DKIM, DMARC).',
    cure: 'Publish SPF and DKIM for the sender’s domain; Senders shows what to publish.',
  },
  'no-reverse-name': {
    cause: 'The recipient refuses mail that comes straight from an internet line.',
    cure: 'Send through SMTP+ or this relay instead of directly to the recipient.',
  },
  blocklisted: {
    cause: 'The sending server’s address is on a block list.',
    cure: 'If it was sent through SMTP+, tell MailUp’s support, with this answer. If not, send through SMTP+.',
  },
  'looks-like-spam': {
    cause: 'The recipient’s server takes the message for spam.',
    cure: 'Change subject, links and wording, and check the domain’s SPF and DKIM.',
  },
  'attachment-refused': {
    cause: 'The recipient’s server doesn’t take this kind of attachment.',
    cure: 'Send the file another way, for example as a link.',
  },
  'mail-loop': {
    cause: 'The message went round in circles between servers.',
    cure: 'The recipient’s forwarding is set wrong: tell the recipient.',
  },
  'waited-too-long': {
    cause: 'The recipient’s server couldn’t be reached for too long.',
    cure: 'Ask the recipient whether mail arrives at all, then send it again.',
  },
  'server-not-listening': {
    cause: 'Nothing answers on that port of that server.',
    cure: 'Check server and port. For the relay on this computer: is SMTP+ Companion running?',
  },
  'port-blocked': {
    cause: 'The server didn’t answer in time: something probably blocks the port.',
    cure: 'Check the connection here and use a port that works, 2525 for example.',
  },
  'server-name-unknown': {
    cause: 'There is no server of that name, or this computer is offline.',
    cure: 'Check the spelling (in.smtpok.com) and the network connection.',
  },
  'connection-cut': {
    cause: 'The connection was cut in the middle.',
    cure: 'Try again. If it happens each time, check the connection here: a firewall or virus scanner may cut it.',
  },
  'server-busy': {
    cause: 'The server has no time at the moment.',
    cure: 'Wait: it is tried again by itself.',
  },
  'server-storage-full': {
    cause:
      'The server has no room at the moment. If it is the relay on this computer, its disk is nearly full.',
    cure: 'Free space on the disk, or wait.',
  },
  'international-address-refused': {
    cause: 'The server can’t handle letters outside plain ASCII in an address.',
    cure: 'Use an address without accents.',
  },
  'content-not-convertible': {
    cause: 'The server can’t take the message in the form it is in.',
    cure: 'Have the program send plain text or quoted-printable.',
  },
  'headers-malformed': {
    cause: 'The message’s head isn’t written as it should be.',
    cure: 'It is the sending program’s fault: update it, or tell its maker, with this answer.',
  },
  'line-ends-wrong': {
    cause: 'The message has line ends that mail doesn’t allow.',
    cure: 'Send through the relay on this computer: it puts them right.',
  },
  'greeting-name-refused': {
    cause: 'The server doesn’t like the name the program greets with.',
    cure: 'Set a full host name in the program, or send through the relay on this computer.',
  },
  'commands-out-of-order': {
    cause: 'The program said things in the wrong order.',
    cure: 'Check authentication and encryption in its settings; update the program.',
  },
  'command-not-understood': {
    cause: 'The server didn’t understand the program.',
    cure: 'Check that server and port are a mail server’s; update the program.',
  },
  'address-problem': {
    cause: 'Something is wrong with an address.',
    cure: 'Check sender and recipients for typing errors.',
  },
  'mailbox-problem': {
    cause: 'The recipient’s mailbox can’t take it.',
    cure: 'Tell the recipient another way.',
  },
  'server-problem': {
    cause: 'The server has trouble of its own.',
    cure: 'Wait: it is tried again by itself.',
  },
  'network-problem': {
    cause: 'The message couldn’t be passed on between servers.',
    cure: 'Wait: it is tried again by itself.',
  },
  'protocol-problem': {
    cause: 'Program and server didn’t understand each other.',
    cure: 'Update the program, or send through the relay on this computer.',
  },
  'content-problem': {
    cause: 'The server doesn’t take what the message contains.',
    cure: 'Send it without the attachment, or as plain text.',
  },
  'policy-problem': {
    cause: 'The server’s rules don’t allow it.',
    cure: 'Read its answer: it usually names the rule. The sender and the sign-in are the first to check.',
  },
  'temporary-problem': {
    cause: 'The server doesn’t take it now.',
    cure: 'Wait: it is tried again by itself.',
  },
  'permanent-problem': {
    cause: 'The server refuses it for good.',
    cure: 'Read its answer, correct what it names, then send the message anew.',
  },
  'not-a-reply': {
    cause: 'This is no answer of a mail server, as far as can be seen.',
    cure: 'Paste the whole line that begins with three digits, or the error number of the program.',
  },
}

const helpers: Readonly<Record<ReplyHelper, string>> = {
  you: 'You can put it right here.',
  program: 'Whoever set up the sending program can put it right.',
  domain: 'Whoever manages your domain’s DNS can put it right.',
  service: 'It is a matter of the SMTP+ account: its panel, or MailUp’s support.',
  recipient: 'Only the recipient’s side can put it right.',
  network: 'Whoever runs this network can put it right.',
  time: 'It passes by itself.',
}

const paste = {
  title: 'What does a server’s answer mean?',
  field: 'Answer of a server, or error of a program',
  hint: 'For example “550 5.7.1 Relay access denied”, or the whole text of an error window. It stays on this computer.',
}

/** Buttons to where it is put right. */
const places = {
  check: 'Check the connection',
  senders: 'See who may send',
  'set-up': 'See the settings for programs',
  users: 'See the SMTP+ users',
}

export const replies = { causes, helpers, paste, places }
