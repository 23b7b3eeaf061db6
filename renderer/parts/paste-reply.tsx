import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explainReply } from '../../relay/domain/explain-reply.ts'

const mostCharacters = 4000

/** A box for any answer of a mail server, or a program's error: its cause, its cure, and who can put it right. */
export function PasteReply(): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { cause, helper } = explainReply(text)
  return (
    <details className="paste-reply">
      <summary>{t('replies.paste.title')}</summary>
      <Textarea
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
      <div aria-live="polite">
        {text.trim() === '' ? null : (
          <p>
            <strong>{t(`replies.causes.${cause}.cause`)}</strong> {t(`replies.causes.${cause}.cure`)}
            {cause === 'accepted' || cause === 'not-a-reply' ? null : ` ${t(`replies.helpers.${helper}`)}`}
          </p>
        )}
      </div>
    </details>
  )
}
