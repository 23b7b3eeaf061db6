export const ownDoor = {
  hint: 'Tries every address the relay listens on, as a program would: encrypted, with a sign-in made only for this. No message is sent.',
  start: 'Check the relay',
  fine: 'The relay can be reached and programs can sign in.',
  nothingListens: 'The relay listens nowhere, so no program can reach it. Choose a port above.',
  notSignedIn:
    'The relay can be reached. Signing in was not tried, because no SMTP+ user is active: set one to active in Users.',
  nameMissing:
    'The relay works, but its certificate does not name {{address}} yet, and a device that compares names won’t send. Quit SMTP+ Companion and open it again: the certificate is then made anew, for the same key.',
  trouble: 'At {{address}}, {{cause}}',
  checking: 'Checking. An address that doesn’t answer takes up to 8 seconds.',
  otherAddress: 'Choose another address',
  troubles: {
    'address-gone': {
      cause: 'the relay can’t be reached: this computer no longer has that address.',
      cure: 'Its network was left, or gave it another address. Connect it again, or choose another address; devices then need that one.',
    },
    unreachable: {
      cause: 'the relay can’t be reached from this computer itself.',
      cure: 'A security program on this computer may be blocking it: allow SMTP+ Companion there, then check again.',
    },
    stranger: {
      cause: 'something else answers in place of the relay.',
      cure: 'A virus scanner that looks into mail does this: exclude this port there. Or use another port above.',
    },
    certificate: {
      cause: 'the relay’s certificate is not accepted.',
      cure: 'Check this computer’s date. If it is right, quit SMTP+ Companion and open it again: an old certificate is then replaced.',
    },
    'sign-in': {
      cause: 'the relay refuses the sign-in made for this check.',
      cure: 'Another relay with the same certificate may be answering there, such as a second copy of SMTP+ Companion: quit it. Otherwise look in Users whether the SMTP+ user is active. Then check again.',
    },
    sender: {
      cause: 'the relay refuses a sender that is authorized.',
      cure: 'Look at the authorized senders, then check again. The answer is in the lines below.',
    },
    busy: {
      cause: 'the relay has too much to do, or its disk is full.',
      cure: 'Close programs that keep many connections open, make room on the disk, and check again.',
    },
  },
  works: '{{address}}: works',
  trustedHere: {
    yes: 'This computer trusts the relay’s certificate by itself.',
    no: 'This computer does not trust the relay’s certificate by itself: programs ask once, and there you compare the fingerprint.',
    unknown:
      'Whether this computer trusts the relay’s certificate can’t be seen here. If a program asks, compare the fingerprint.',
  },
  certificate: 'Certificate for {{names}}, valid from {{from}} to {{to}}.',
  fingerprint: 'Fingerprint (SHA-256)',
  firewall: {
    linux:
      'From another device it still fails? Open port {{port}} in the firewall of this computer, for example: sudo ufw allow {{port}}/tcp',
    darwin:
      'From another device it still fails? In System Settings, Network, Firewall, allow incoming connections for SMTP+ Companion.',
    win32:
      'From another device it still fails? In Windows Security, Firewall, allow SMTP+ Companion in private networks.',
  },
  notChecked: {
    'too-many-checks': 'Not checked: another check is running. Wait for its end.',
    'relay-not-answering':
      'Not checked: the relay isn’t running. Above is why, and who uses the port if it is taken.',
  },
}
