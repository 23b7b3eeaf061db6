/** The part about signing in, encryption and senders. */
export const sessionReplies = {
  accepted: {
    cause: 'The server took the message over.',
    cure: 'Nothing to do. If it doesn’t arrive, look in the recipient’s spam folder.',
  },
  'credentials-wrong': {
    cause: 'User name or password is wrong.',
    cure: 'Copy both again into the program. An SMTP+ password can’t be looked up, only reset in MailUp; a sign-in’s password can be made anew under Set up a program.',
  },
  'sign-in-required': {
    cause: 'The program didn’t sign in.',
    cure: 'Switch on authentication in the program ("my server requires authentication") and type in user name and password.',
  },
  'sign-in-kind-refused': {
    cause: 'The server doesn’t take this way of signing in.',
    cure: 'Choose "normal password" in the program. Where the provider has switched passwords off, send through SMTP+ instead.',
  },
  'app-password-needed': {
    cause: 'The provider wants a password made for this program, or a confirmation in the browser.',
    cure: 'Make an app password in the account’s security settings and use that one.',
  },
  'account-inactive': {
    cause: 'The account is known, and it is not active or it is blocked.',
    cure: 'Set its status to active. If SMTP+ itself says that it is blocked, ask MailUp’s support.',
  },
  'too-many-sign-ins': {
    cause: 'There were too many failed attempts to sign in.',
    cure: 'Correct the password in the program that tries, then wait a few minutes.',
  },
  'sign-in-not-working-now': {
    cause: 'The server can’t check passwords at the moment.',
    cure: 'Wait: it is tried again by itself.',
  },
  'encryption-needed': {
    cause: 'The server wants encryption before anything else.',
    cure: 'Choose STARTTLS in the program, with the same port.',
  },
  'encryption-not-working': {
    cause: 'The encrypted connection can’t be set up.',
    cure: 'Check the connection here: it shows where it fails. A firewall or a virus scanner is often in between.',
  },
  'encryption-choice-wrong': {
    cause: 'The kind of encryption chosen doesn’t fit the port.',
    cure: 'Choose STARTTLS (sometimes called TLS). SSL or port 465 is another kind that SMTP+ doesn’t have.',
  },
  'certificate-not-trusted': {
    cause: 'The program doesn’t trust the server’s certificate.',
    cure: 'Check the server’s name. For the relay on this computer, have the program trust its certificate.',
  },
  'relaying-denied': {
    cause: 'The server passes nothing on for someone who hasn’t signed in.',
    cure: 'Switch on authentication in the program, and check that the server is the right one.',
  },
  'sender-not-authorized': {
    cause: 'This sender address isn’t authorized for the user who signed in.',
    cure: 'Authorize the address or its domain, or change the sender in the program.',
  },
  'sender-not-verified': {
    cause: 'The sender address is listed and not verified yet.',
    cure: 'Verify it under Senders, or confirm it with the service.',
  },
  'sender-domain-unknown': {
    cause: 'The sender’s domain doesn’t exist or receives no mail.',
    cure: 'Correct the sender address in the program.',
  },
  'sender-malformed': {
    cause: 'The sender’s address isn’t written as one.',
    cure: 'Correct the sender address in the program: name@domain and nothing else.',
  },
}
