import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConnectionFields, servicesOwn } from '../../parts/connection-fields.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { UserForm } from '../../parts/user-form.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { freeName } from '../../state/free-name.ts'
import { useNavigation } from '../../state/navigation.tsx'

/** A new SMTP+ user; when it is saved, the question who may send through it comes next. */
export function AddUserPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const taken = users.map(({ id }) => id)
  return (
    <SidePanel title={t('users.add')} onClose={onClose}>
      <UserForm
        existing={null}
        passwordRequired
        submit={t('common.save')}
        onSaved={(user) => goTo({ screen: 'senders', user })}
        fields={['id', 'server', 'port', 'encryption', 'username', 'password', 'note']}
      >
        {(errorOf) => (
          <>
            <TextInput
              name="id"
              label={t('common.fields.name')}
              description={t('wizard.credentials.nameHint')}
              defaultValue={freeName(t('wizard.credentials.nameSuggestion'), taken)}
              error={errorOf('id')}
            />
            <ConnectionFields start={servicesOwn} errorOf={errorOf} />
            <TextInput name="note" label={t('common.fields.note')} error={errorOf('note')} />
          </>
        )}
      </UserForm>
    </SidePanel>
  )
}
