import { type FixedReply, type Reply, replies } from './smtp-reply.ts'

/** What smtp-server says by itself, and what this relay says instead. Anything unknown goes out as it is. */
const instead: ReadonlyMap<string, FixedReply> = new Map<string, FixedReply>([
  ['Error: command not recognized', 'command-unknown'],
  ['Error: too many unrecognized commands', 'too-many-errors'],
  ['Error: too many unauthenticated commands', 'too-many-errors'],
  ['Error: Command line too long', 'line-endless'],
  ['Error: send HELO/EHLO first', 'greet-first'],
  ['Error: authentication Required', 'sign-in-first'],
  ['Error: No identity changes permitted', 'signed-in-already'],
  ['Error: Unrecognized authentication type', 'sign-in-method'],
  ['Error: invalid userdata', 'sign-in-malformed'],
  ['Error: missing username', 'sign-in-malformed'],
  ['Error: syntax: AUTH PLAIN token', 'sign-in-malformed'],
  ['Error: syntax: AUTH LOGIN', 'sign-in-malformed'],
  ['Authentication aborted', 'sign-in-malformed'],
  ['Error: TLS already active', 'tls-already'],
  ['Error: syntax: STARTTLS', 'parameter-malformed'],
  ['Error: Syntax: HELO hostname', 'parameter-malformed'],
  ['Error: Bad hostname syntax', 'parameter-malformed'],
  ['Error: internal server error', 'fault'],
  ['Timeout - closing connection', 'timed-out'],
  ['Server shutting down', 'stopping'],
])

export function ownWords(libraryText: string): Reply | null {
  const reason = instead.get(libraryText)
  return reason === undefined ? null : replies[reason]
}
