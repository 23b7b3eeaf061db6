import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { CodeNotTakenReason, EntryView } from '../../../electron/ipc/window-verification.ts'
import { usePress } from '../../parts/use-press.ts'
import { codeDigits, codeInGroups } from '../../state/code-groups.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { formatTime } from '../../words/format.ts'

/** Takes the code from the mail: eight letters and digits, set in their two groups while they are typed or pasted. */
export function CodeForm({
  user,
  address,
  mail,
}: {
  readonly user: UserView
  readonly address: string
  readonly mail: NonNullable<EntryView['codeMail']>
}): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<CodeNotTakenReason | 'required' | null>(null)
  const press = usePress(async () => {
    if (codeDigits(code).length !== 8) {
      setProblem('required')
      return
    }
    const asked = await companion.ask('typeCode', { id: user.id, address, code })
    if (asked.ok) setProblem(asked.value.ok ? null : asked.value.reason)
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }
  return (
    <form className="form" onSubmit={submit}>
      <TextInput
        label={t('verification.code.field')}
        description={t('verification.code.fieldHint')}
        value={code}
        onChange={(event) => {
          setCode(codeInGroups(event.currentTarget.value))
          setProblem(null)
        }}
        error={problem === null ? undefined : words(problem)}
        maxLength={40}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        classNames={{ input: 'mono code-input' }}
      />
      <div className="buttons">
        <Button type="submit" loading={press.busy}>
          {t('verification.code.verify')}
        </Button>
        <output className="dimmed">
          {t('verification.code.validUntil', {
            count: mail.triesLeft,
            time: formatTime(mail.expiresAt, i18n.language),
          })}
        </output>
      </div>
    </form>
  )

  function words(reason: CodeNotTakenReason | 'required'): string {
    return reason === 'required' ? t('verification.code.required') : t(`verification.notTaken.${reason}`)
  }
}
