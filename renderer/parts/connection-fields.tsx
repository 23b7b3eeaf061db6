import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { correctedServerName } from '../../relay/domain/server-name.ts'
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
  const [typedServer, setTypedServer] = useState(start.server)
  const server = useRef<HTMLInputElement>(null)
  const port = useRef<HTMLInputElement>(null)
  const corrected = errorOf('server') ? correctedServerName(typedServer) : null
  const useCorrected = (): void => {
    if (!corrected) return
    type(server.current, corrected.server)
    setTypedServer(corrected.server)
    if (corrected.port !== null) type(port.current, String(corrected.port))
  }
  return (
    <>
      <div className="form-row">
        <TextInput
          ref={server}
          name="server"
          label={t('common.fields.server')}
          description={t('users.serverHint')}
          defaultValue={start.server}
          onChange={(event) => setTypedServer(event.currentTarget.value)}
          error={errorOf('server')}
          spellCheck={false}
          style={{ flexGrow: 2 }}
        />
        <TextInput
          ref={port}
          name="port"
          label={t('common.fields.port')}
          description={t('users.portHint')}
          inputMode="numeric"
          defaultValue={String(start.port)}
          error={errorOf('port')}
        />
      </div>
      {corrected ? (
        <div className="buttons">
          <Button size="compact-sm" variant="default" onClick={useCorrected}>
            {t('users.serverUse', { server: corrected.server })}
          </Button>
        </div>
      ) : null}
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

/** As a person would: whoever listens to the form hears of it. */
function type(input: HTMLInputElement | null, text: string): void {
  if (!input) return
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
