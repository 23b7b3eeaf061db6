/** One reply line: `code enhanced text`. ASCII, for people (mail programs show it word for word), with the cure. */
export type Reply = { readonly code: number; readonly enhanced: string; readonly text: string }

/** Longest reply line without its line end; RFC 5321 4.5.3.1.5 would allow 510, an error dialog shows far less. */
export const longestLine = 200

/** Every reply whose words don't depend on the message: reason → code (RFC 5321), enhanced code (RFC 3463), sentence. */
export const replies = {
  'sender-malformed': {
    code: 501,
    enhanced: '5.1.7',
    text: 'The sender must be one plain address such as info@firm.example. Correct the sender address in the program that sends.',
  },
  'recipient-malformed': {
    code: 501,
    enhanced: '5.1.3',
    text: 'Each recipient must be one plain address such as name@firm.example. Correct the recipient in the program that sends.',
  },
  'parameter-malformed': {
    code: 501,
    enhanced: '5.5.4',
    text: 'A parameter of this command is not written as the mail standards ask. Update the program that sends.',
  },
  'parameter-unknown': {
    code: 555,
    enhanced: '5.5.4',
    text: 'A parameter of this command is not offered here. Update the program that sends.',
  },
  'greet-first': { code: 503, enhanced: '5.5.1', text: 'Out of order: send EHLO with your name first.' },
  'sender-first': { code: 503, enhanced: '5.5.1', text: 'Out of order: send MAIL FROM first.' },
  'recipient-first': { code: 503, enhanced: '5.5.1', text: 'Out of order: send at least one RCPT TO first.' },
  'message-under-way': {
    code: 503,
    enhanced: '5.5.1',
    text: 'Out of order: a message is under way already. Finish it, or send RSET.',
  },
  'signed-in-already': {
    code: 503,
    enhanced: '5.5.1',
    text: 'Out of order: this connection has signed in already.',
  },
  'tls-already': {
    code: 503,
    enhanced: '5.5.1',
    text: 'Out of order: this connection is encrypted already.',
  },
  'command-unknown': {
    code: 500,
    enhanced: '5.5.2',
    text: 'This command is not known here. Set the program up to send mail (SMTP) to this address.',
  },
  'sign-in-malformed': {
    code: 501,
    enhanced: '5.5.2',
    text: 'The sign-in could not be read. Type user name and password again in the program that sends.',
  },
  'sign-in-method': {
    code: 504,
    enhanced: '5.5.4',
    text: 'Sign in with AUTH PLAIN or AUTH LOGIN (normal password).',
  },
  'sign-in-first': {
    code: 530,
    enhanced: '5.7.0',
    text: 'Sign in first: in the program, turn authentication on and enter the sign-in made in SMTP+ Companion.',
  },
  'encryption-first': {
    code: 538,
    enhanced: '5.7.11',
    text: 'Encryption is needed to sign in from another computer: choose STARTTLS in the program.',
  },
  'sign-in-failed': {
    code: 535,
    enhanced: '5.7.8',
    text: 'Wrong user name or password. Use the sign-in made in SMTP+ Companion, not the SMTP+ password; there you can make a new one.',
  },
  'login-inactive': {
    code: 525,
    enhanced: '5.7.13',
    text: 'This sign-in is paused. To use it again, set it to active in SMTP+ Companion, Users.',
  },
  'user-inactive': {
    code: 525,
    enhanced: '5.7.13',
    text: 'The SMTP+ user of this sign-in is not active. To send again, set its status to active in SMTP+ Companion, Users.',
  },
  'storage-full': {
    code: 452,
    enhanced: '4.3.1',
    text: 'The disk of the computer with SMTP+ Companion is full, so the message was not accepted. Free some space, then send again.',
  },
  'storage-failed': {
    code: 452,
    enhanced: '4.3.1',
    text: 'SMTP+ Companion could not keep the message safe on its disk, so it was not accepted. Open SMTP+ Companion, then send again.',
  },
  'too-many-connections': {
    code: 421,
    enhanced: '4.7.0',
    text: 'Too many connections to SMTP+ Companion at once. Try again in a minute.',
  },
  'too-many-connections-of-address': {
    code: 421,
    enhanced: '4.7.0',
    text: 'Too many connections from your address at once. Let the program or device use fewer, or try again in a minute.',
  },
  'too-many-connections-of-login': {
    code: 421,
    enhanced: '4.7.0',
    text: 'Too many connections with this sign-in at once. Let the program use fewer, or try again in a minute.',
  },
  'too-many-failures': {
    code: 421,
    enhanced: '4.7.0',
    text: 'Too many failed sign-ins. Wait five minutes, check user name and password in the program, then try again.',
  },
  'too-many-errors': {
    code: 421,
    enhanced: '4.7.0',
    text: 'Too many refused commands on one connection. Look in SMTP+ Companion, Activity, for what is wrong.',
  },
  'line-too-long': {
    code: 500,
    enhanced: '5.5.2',
    text: 'This command line is too long to be one. Correct the program that sends.',
  },
  'line-endless': {
    code: 421,
    enhanced: '4.7.0',
    text: 'This line is too long to be a command, so the connection ends. Correct the program that sends.',
  },
  'implicit-tls': {
    code: 554,
    enhanced: '5.7.11',
    text: 'This port does not begin with TLS. In the program, choose STARTTLS instead of SSL/TLS.',
  },
  'signed-out': {
    code: 421,
    enhanced: '4.7.0',
    text: 'This sign-in was removed or has a new password in SMTP+ Companion. Enter the new one in the program, then send again.',
  },
  'timed-out': {
    code: 421,
    enhanced: '4.4.2',
    text: 'Nothing complete came for too long, the connection ends. Send again.',
  },
  stopping: {
    code: 421,
    enhanced: '4.3.2',
    text: 'SMTP+ Companion is stopping or has new settings. Send again in a minute.',
  },
  fault: {
    code: 451,
    enhanced: '4.3.0',
    text: 'SMTP+ Companion met a fault of its own, so the message was not accepted. Send again; if it stays, restart it.',
  },
} as const satisfies Record<string, Reply>
export type FixedReply = keyof typeof replies

/** `250`: only after the queue has said that the message is on disk and synced. */
export function accepted(id: string): Reply {
  return {
    code: 250,
    enhanced: '2.0.0',
    text: `Accepted as ${id}: safe on disk, SMTP+ Companion sends it now.`,
  }
}

/** `450 4.7.0`: a sign-in has sent as much as it may within an hour. */
export function tooManyMessages(limit: number, minutes: number): Reply {
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`
  const text = `This sign-in may send ${limit} messages an hour and has done so. Try again in ${wait}.`
  return { code: 450, enhanced: '4.7.0', text }
}

/** `554 5.7.1` instead of the greeting, to a peer that no list names. */
export function addressNotAllowed(address: string): Reply {
  const text = `${address} may not send through SMTP+ Companion on this computer. Add it there, in Settings, to the devices that may.`
  return fitReply(554, '5.7.1', text)
}

/** `452 4.5.3` (RFC 5321 4.5.3.1.10): the client sends the rest in another message. */
export function tooManyRecipients(limit: number): Reply {
  const text = `Too many recipients: at most ${limit} a message. Send to the others in another message.`
  return { code: 452, enhanced: '4.5.3', text }
}

/** `552 5.3.4`, size in bytes. */
export function tooLarge(limitBytes: number): Reply {
  const limit =
    limitBytes < 1_048_576 ? `${limitBytes} bytes` : `${Math.floor(limitBytes / 104_857.6) / 10} MB`
  const text = `The message is larger than ${limit}, the most this relay takes. Send smaller attachments, or a link.`
  return { code: 552, enhanced: '5.3.4', text }
}

/** `554 5.6.0`; `sentence` says which header field is wrong and what to do. */
export function headersMalformed(sentence: string): Reply {
  return fitReply(554, '5.6.0', sentence)
}

/** The line as it goes out, without its line end. */
export function replyLine(reply: Reply): string {
  return `${reply.code} ${reply.enhanced} ${reply.text}`
}

/** Makes a composed reply fit for the wire: ASCII (RFC 5321 4.2; the rest becomes "?"), and not too long. */
export function fitReply(code: number, enhanced: string, sentence: string): Reply {
  const text = sentence.replaceAll(/[^\x20-\x7e]/g, '?')
  const excess = replyLine({ code, enhanced, text }).length - longestLine
  return { code, enhanced, text: excess <= 0 ? text : `${text.slice(0, text.length - excess - 3)}...` }
}
