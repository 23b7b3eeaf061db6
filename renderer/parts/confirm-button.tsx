import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from './notice.tsx'
import { usePress } from './use-press.ts'

/** A press that can't be taken back asks first, in its own place, with what will happen in words. */
export function ConfirmButton({
  label,
  question,
  confirm,
  danger = true,
  size = 'sm',
  about,
  onConfirm,
}: {
  readonly label: string
  readonly question: string
  readonly confirm: string
  readonly danger?: boolean
  readonly size?: 'xs' | 'sm'
  /** the whole of what it does, where the label alone does not say to whom */
  readonly about?: string
  readonly onConfirm: () => Promise<void>
}): ReactNode {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const cancel = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: focus goes on to the way out.
  useEffect(() => {
    if (asking) cancel.current?.focus()
  }, [asking])
  const press = usePress(async () => {
    await onConfirm()
    setAsking(false)
  })
  if (!asking) {
    return (
      <Button size={size} variant="default" aria-label={about} onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  }
  return (
    <Notice
      tone={danger ? 'trouble' : 'attention'}
      announce
      action={
        <>
          <Button size="sm" color={danger ? 'red.8' : 'ink'} loading={press.busy} onClick={press.start}>
            {confirm}
          </Button>
          <Button ref={cancel} size="sm" variant="default" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      {question}
    </Notice>
  )
}
