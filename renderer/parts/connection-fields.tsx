import { NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionDraft } from '../state/read-form.ts'
import { Notice } from './notice.tsx'

/** What SMTP+ suggests; port 2525 because 25 is often blocked. */
export const servicesOwn: ConnectionDraft = {
  server: 'in.smtpok.com',
  port: 2525,
  encryption: 'starttls',
  username: '',
}

/** Server, port and encryption, filled in. The form around them reads them by name. */
export function ConnectionFields({
  start,
  errorOf,
}: {
  readonly start: ConnectionDraft
  readonly errorOf: (field: string) => string | undefined
}): ReactNode {
  const { t } = useTranslation()
  const [encryption, setEncryption] = useState<string>(start.encryption)
  return (
    <>
      <div className="form-row">
        <TextInput
          name="server"
          label={t('common.fields.server')}
          description={t('users.serverHint')}
          defaultValue={start.server}
          error={errorOf('server')}
          spellCheck={false}
          style={{ flexGrow: 2 }}
        />
        <TextInput
          name="port"
          label={t('common.fields.port')}
          description={t('users.portHint')}
          inputMode="numeric"
          defaultValue={String(start.port)}
          error={errorOf('port')}
        />
      </div>
      <NativeSelect
        name="encryption"
        label={t('common.fields.encryption')}
        value={encryption}
        onChange={(event) => setEncryption(event.currentTarget.value)}
        data={[
          { value: 'starttls', label: t('common.encryptions.starttls') },
          { value: 'none', label: t('common.encryptions.none') },
        ]}
      />
      {encryption === 'none' ? (
        <Notice tone="trouble" announce>
          {t('users.clearText')}
        </Notice>
      ) : null}
    </>
  )
}
