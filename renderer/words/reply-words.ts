import { explainReply } from '../../relay/domain/explain-reply.ts'
import type { ReplyCause } from '../../relay/domain/reply-causes.ts'
import type { Words } from './sentences.ts'

/** What a server's answer means and what to do, each a sentence. */
export type ReplyMeaning = { readonly cause: string; readonly cure: string }

const ofTheConnection: ReadonlySet<ReplyCause> = new Set<ReplyCause>([
  'server-not-listening',
  'port-blocked',
  'server-name-unknown',
  'connection-cut',
])

/** In words; null where the answer says nothing that needs them, or is none that can be read. */
export function replyMeaning(t: Words, reply: string): ReplyMeaning | null {
  const { cause } = explainReply(reply)
  if (cause === 'accepted' || cause === 'not-a-reply') return null
  return { cause: t(`replies.causes.${cause}.cause`), cure: t(`replies.causes.${cause}.cure`) }
}

/** Whether the way to the server is what is in doubt, so that the connection check helps. */
export function isAboutConnection(reply: string): boolean {
  return ofTheConnection.has(explainReply(reply).cause)
}
