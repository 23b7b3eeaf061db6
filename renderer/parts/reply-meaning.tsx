import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { replyMeaning } from '../words/reply-words.ts'

/** What a server's answer means, and what to do; nothing where it needs no words. */
export function ReplyMeaning({ reply }: { readonly reply: string }): ReactNode {
  const { t } = useTranslation()
  const meaning = replyMeaning(t, reply)
  if (meaning === null) return null
  return (
    <div className="reply-meaning">
      <strong>{meaning.cause}</strong> {meaning.cure}
    </div>
  )
}
