import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Any other port, one at a time: going through them all would look like an attack. */
export function OtherPort({
  disabled,
  onCheck,
}: {
  readonly disabled: boolean
  readonly onCheck: (port: number) => void
}): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
    const valid = port >= 1 && port <= 65_535
    setWrong(!valid)
    if (valid) onCheck(port)
  }
  return (
    <form className="check-other" onSubmit={submit}>
      <TextInput
        label={t('probe.otherPort')}
        description={t('probe.otherPortHint')}
        error={isWrong ? t('probe.portWrong') : undefined}
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={disabled}>
        {t('probe.checkPort')}
      </Button>
    </form>
  )
}
