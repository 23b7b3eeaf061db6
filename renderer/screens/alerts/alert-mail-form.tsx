import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertSettingsView } from '../../../electron/ipc/window-alerts.ts'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/screen.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { suggestedSender } from '../../parts/suggested-sender.ts'
import { useFieldErrors } from '../../parts/use-field-errors.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { textOf } from '../../state/read-form.ts'
import { userWords } from '../../words/sentences.ts'

/** Where alerts are mailed: through which user, from which address, to whom; or nowhere. */
export function AlertMailForm(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const form = useRef<HTMLFormElement>(null)
  const users = useSnapshot((snapshot) => snapshot.users)
  const mail = useSnapshot(({ alertSettings }) => alertSettings.mail)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const { errorOf, elsewhere } = useFieldErrors(problems, ['user', 'from', 'to'])
  const likely = users.find(({ id }) => id === mail?.user) ?? users.find((user) => !user.practice) ?? users[0]

  const save = async (wanted: AlertSettingsView['mail']): Promise<void> => {
    const asked = await companion.ask('setAlertMail', { mail: wanted })
    if (asked.ok) setProblems(asked.value.ok ? [] : asked.value.problems)
  }
  const press = usePress(async () => {
    if (!form.current) return
    const data = new FormData(form.current)
    const [from, to] = [textOf(data, 'from'), textOf(data, 'to')]
    const empty = [...(from ? [] : ['from']), ...(to ? [] : ['to'])]
    if (empty.length > 0) setProblems(empty.map((field) => ({ field, reason: 'required' })))
    else await save({ user: textOf(data, 'user') || (likely?.id ?? ''), from, to })
  })
  const stop = usePress(() => save(null))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <Section title={t('alerts.told.mailTitle')}>
      <p className="dimmed">{t('alerts.told.mailBody')}</p>
      <output>
        <StatusLine
          tone={mail ? 'good' : 'attention'}
          text={mail ? t('alerts.told.mailOn', { to: mail.to }) : t('alerts.told.mailOff')}
        />
      </output>
      <form ref={form} className="form" onSubmit={submit} noValidate>
        {users.length > 1 ? (
          <NativeSelect
            name="user"
            label={t('common.fields.user')}
            defaultValue={likely?.id ?? ''}
            error={errorOf('user')}
            data={users.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
          />
        ) : null}
        <TextInput
          name="from"
          type="email"
          label={t('alerts.told.from')}
          description={t('alerts.told.fromHint')}
          defaultValue={mail?.from ?? suggestedSender(likely)}
          error={errorOf('from')}
          spellCheck={false}
        />
        <TextInput
          name="to"
          type="email"
          label={t('alerts.told.to')}
          description={t('alerts.told.toHint')}
          defaultValue={mail?.to ?? ''}
          error={errorOf('to')}
          spellCheck={false}
        />
        {elsewhere.map((sentence) => (
          <Notice key={sentence} tone="trouble" announce>
            {sentence}
          </Notice>
        ))}
        <div className="buttons">
          <Button type="submit" loading={press.busy}>
            {t('common.save')}
          </Button>
          {mail ? (
            <Button variant="default" loading={stop.busy} onClick={stop.start}>
              {t('alerts.told.stop')}
            </Button>
          ) : null}
        </div>
      </form>
    </Section>
  )
}
