import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'

/** What SMTP+ is told of messages that don't say it themselves, in the header X-SMTPAPI. */
export function SmtpApiFields({
  start,
  errorOf,
}: {
  readonly start: UserView['smtpApi']
  readonly errorOf: (field: string) => string | undefined
}): ReactNode {
  const { t } = useTranslation()
  const choices = (['as-set', 'on', 'off'] as const).map((value) => ({
    value,
    label: t(`users.smtpApi.${value}`),
  }))
  return (
    <fieldset className="users-fieldset">
      <legend>{t('users.smtpApi.title')}</legend>
      <p className="dimmed">{t('users.smtpApi.hint')}</p>
      <TextInput
        name="campaignName"
        label={t('users.smtpApi.campaignName')}
        defaultValue={start?.campaignName ?? ''}
        error={errorOf('campaignName')}
      />
      <TextInput
        name="campaignCode"
        label={t('users.smtpApi.campaignCode')}
        defaultValue={start?.campaignCode ?? ''}
        error={errorOf('campaignCode')}
      />
      <div className="form-row">
        {(['header', 'footer'] as const).map((part) => (
          <NativeSelect
            key={part}
            name={part}
            label={t(`users.smtpApi.${part}`)}
            defaultValue={choiceOf(start?.[part])}
            data={choices}
          />
        ))}
      </div>
    </fieldset>
  )
}

function choiceOf(wanted: boolean | undefined): 'as-set' | 'on' | 'off' {
  if (wanted === undefined) return 'as-set'
  return wanted ? 'on' : 'off'
}
