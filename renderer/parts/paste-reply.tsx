import { Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explainReply } from '../../relay/domain/explain-reply.ts'
import { useSnapshot } from '../state/companion-context.tsx'
import { replyPlace } from '../state/reply-place.ts'
import { GoButton } from './go-button.tsx'
import './paste-reply.css'

const mostCharacters = 4000

/**
 * A box for any answer of a mail server, or a program's error: its cause, its cure, who can put it right, and the way
 * there. Text that is pasted anywhere on the screen lands in it.
 */
export function PasteReply(): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  usePasteAnywhere((pasted) => {
    setText(pasted.slice(0, mostCharacters))
    setOpen(true)
  })
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  return (
    <details className="paste-reply" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('replies.paste.title')}</summary>
      <Textarea
        ref={field}
        label={t('replies.paste.field')}
        description={t('replies.paste.hint')}
        value={text}
        maxLength={mostCharacters}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div aria-live="polite">{text.trim() === '' ? null : <Meaning text={text} />}</div>
    </details>
  )
}

function Meaning({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const { cause, helper } = explainReply(text)
  const user = users.find(({ practice, status }) => !practice && status === 'active')
  const place = replyPlace(cause, user?.id ?? null)
  const needsHelp = cause !== 'accepted' && cause !== 'not-a-reply'
  return (
    <div className="paste-reply-meaning card">
      <p>
        <strong>{t(`replies.causes.${cause}.cause`)}</strong> {t(`replies.causes.${cause}.cure`)}
      </p>
      {needsHelp ? <p className="dimmed">{t(`replies.helpers.${helper}`)}</p> : null}
      {place ? (
        <div>
          <GoButton label={t(`replies.places.${place.screen}`)} to={place} />
        </div>
      ) : null}
    </div>
  )
}

/** What is pasted while nothing is typed into: a dialog's text goes from the clipboard to its meaning at once. */
function usePasteAnywhere(take: (text: string) => void): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const hear = (event: ClipboardEvent): void => {
      const { target } = event
      if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return
      const text = event.clipboardData?.getData('text/plain').trim() ?? ''
      if (text !== '') latest.current(text)
    }
    document.addEventListener('paste', hear)
    return () => document.removeEventListener('paste', hear)
  }, [])
}
