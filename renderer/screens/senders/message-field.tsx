import { Button, Textarea } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { largestTriedBytes } from '../../state/try-message.ts'
import { formatBytes } from '../../words/format.ts'

type MessageFile = { readonly name: string; readonly bytes: Uint8Array }
export type MessageDraft = { readonly file: MessageFile | null; readonly text: string }
export const noMessage: MessageDraft = { file: null, text: '' }

type Problem = { readonly reason: 'tooLarge' | 'unreadable'; readonly name: string; readonly size: number }

/** A message, pasted, dropped or chosen. A file's bytes are kept as they are: what is wrong with them matters here. */
export function MessageField({
  draft,
  onChange,
}: {
  readonly draft: MessageDraft
  readonly onChange: (draft: MessageDraft) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [over, setOver] = useState(false)
  const size = (bytes: number): string => formatBytes(bytes, i18n.language)

  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const { name } = file
    const buffer = file.size > largestTriedBytes ? null : await file.arrayBuffer().catch(() => null)
    if (buffer) onChange({ ...draft, file: { name, bytes: new Uint8Array(buffer) } })
    setProblem(
      buffer
        ? null
        : { reason: file.size > largestTriedBytes ? 'tooLarge' : 'unreadable', name, size: file.size },
    )
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <div
      className="message-field"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {draft.file ? (
        <div className="message-file card">
          <IconFileText size={20} stroke={1.5} aria-hidden />
          <span>
            {t('trySender.dropped', { name: draft.file.name, size: size(draft.file.bytes.length) })}
          </span>
          <Button size="compact-sm" variant="default" onClick={() => onChange({ ...draft, file: null })}>
            {t('trySender.takeOut')}
          </Button>
        </div>
      ) : (
        <Textarea
          label={t('trySender.message')}
          description={t('trySender.messageHint')}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          rows={5}
          spellCheck={false}
          classNames={{ input: 'mono message-text' }}
        />
      )}
      {problem ? (
        <Notice tone="trouble" announce>
          {t(`trySender.${problem.reason}`, {
            name: problem.name,
            size: size(problem.size),
            limit: size(largestTriedBytes),
          })}
        </Notice>
      ) : null}
      <div className="buttons">
        <Button size="compact-sm" variant="default" onClick={() => picker.current?.click()}>
          {t('trySender.choose')}
        </Button>
        <span className="dimmed message-hint">
          {t('trySender.dropHint', { size: size(largestTriedBytes) })}
        </span>
        <input
          ref={picker}
          type="file"
          accept=".eml,.txt,message/rfc822"
          aria-label={t('trySender.choose')}
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
    </div>
  )
}
