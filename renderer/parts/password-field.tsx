import { Button, PasswordInput } from '@mantine/core'
import { type ReactNode, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStraySpaces } from '../state/read-form.ts'
import { Notice } from './notice.tsx'

/**
 * Takes a password and never shows a stored one. Uncontrolled: what is typed stays in the field, is read once when
 * it is sent, and is in no state of the page. Spaces that came along when pasting are offered for removal.
 */
export function PasswordField({
  field,
  hint,
  error,
}: {
  readonly field: RefObject<HTMLInputElement | null>
  readonly hint?: string
  readonly error?: string | undefined
}): ReactNode {
  const { t } = useTranslation()
  const [stray, setStray] = useState(false)
  const [severalLines, setSeveralLines] = useState(false)
  const trim = (): void => {
    trimInPlace(field.current)
    setStray(false)
  }
  return (
    <>
      <PasswordInput
        ref={field}
        label={t('common.fields.password')}
        description={hint}
        error={error}
        autoComplete="off"
        spellCheck={false}
        // A field takes pasted lines for one, and the password would be wrong without a word.
        onPaste={(event) => setSeveralLines(/[\r\n]/.test(event.clipboardData.getData('text').trim()))}
        onChange={(event) => setStray(hasStraySpaces(event.currentTarget.value))}
        visibilityToggleButtonProps={{ 'aria-label': t('common.showPassword'), tabIndex: 0 }}
      />
      {severalLines ? (
        <Notice tone="attention" announce>
          {t('users.severalLines')}
        </Notice>
      ) : null}
      {stray ? (
        <Notice
          tone="attention"
          announce
          action={
            <Button size="compact-sm" variant="default" onClick={trim}>
              {t('users.trimmedUse')}
            </Button>
          }
        >
          {t('users.trimmed')}
        </Notice>
      ) : null}
    </>
  )
}

function trimInPlace(input: HTMLInputElement | null): void {
  if (!input) return
  input.value = input.value.trim()
  input.focus()
}
