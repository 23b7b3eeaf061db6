import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

const mostAtOnce = 8

/** Any other ports, a few at a time: going through them all would look like an attack. */
export function OtherPorts({
  disabled,
  onCheck,
}: {
  readonly disabled: boolean
  readonly onCheck: (ports: readonly number[]) => void
}): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const ports = readPorts(text)
    setWrong(ports === null)
    if (ports) onCheck(ports)
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

/** Null when one of them is no port, or when they are none or too many. */
function readPorts(text: string): readonly number[] | null {
  const words = new Set(text.split(/[\s,;]+/).filter(Boolean))
  const ports = [...words].map((word) => (/^\d{1,5}$/.test(word) ? Number(word) : 0))
  const isGood = ports.every((port) => port >= 1 && port <= 65_535)
  return isGood && ports.length >= 1 && ports.length <= mostAtOnce ? ports : null
}
