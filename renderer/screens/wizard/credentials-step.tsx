import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundView } from '../../../electron/ipc/window-take-over.ts'
import { ConnectionFields, servicesOwn } from '../../parts/connection-fields.tsx'
import { TakeOver } from '../../parts/take-over.tsx'
import { UserForm } from '../../parts/user-form.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { freeName } from '../../state/free-name.ts'
import { StepFrame } from './step-frame.tsx'

const fields = ['username', 'password', 'id', 'server', 'port', 'encryption']

/** User name and password; server, port and encryption are filled in and folded away. */
export default function CredentialsStep({
  onBack,
  onSaved,
}: {
  readonly onBack: () => void
  readonly onSaved: (user: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  // A set-up that was broken off, or gone back in: go on with the user it had made.
  const [existing] = useState(() => users.find(({ practice }) => !practice) ?? null)
  const [found, setFound] = useState<FoundView | null>(null)
  const start = found ?? existing ?? servicesOwn
  return (
    <StepFrame title={t('wizard.credentials.title')} body={t('wizard.credentials.body')}>
      {existing === null ? <TakeOver onChosen={setFound} /> : null}
      <UserForm
        key={found?.id ?? ''}
        existing={existing}
        username={found?.username ?? ''}
        found={found?.complete ? found.id : undefined}
        passwordRequired={existing === null || existing.password === 'missing'}
        submit={t('common.next')}
        fields={fields}
        onSaved={onSaved}
        buttons={
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
        }
      >
        {(errorOf) => (
          <details
            className="wizard-advanced"
            open={fields.slice(2).some((field) => errorOf(field)) || undefined}
          >
            <summary>
              {t('wizard.credentials.advanced', {
                server: start.server,
                port: start.port,
                encryption: t(`common.encryptions.${start.encryption}`),
              })}
            </summary>
            <div className="form">
              <ConnectionFields start={start} errorOf={errorOf} />
              {existing === null ? (
                <TextInput
                  name="id"
                  label={t('common.fields.name')}
                  description={t('wizard.credentials.nameHint')}
                  defaultValue={freeName(
                    t('wizard.credentials.nameSuggestion'),
                    users.map(({ id }) => id),
                  )}
                  error={errorOf('id')}
                />
              ) : null}
            </div>
          </details>
        )}
      </UserForm>
    </StepFrame>
  )
}
