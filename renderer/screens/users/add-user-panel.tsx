import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import type { FoundView } from '../../../electron/ipc/window-take-over.ts'
import { ConnectionFields, servicesOwn } from '../../parts/connection-fields.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { TakeOver } from '../../parts/take-over.tsx'
import { UserForm } from '../../parts/user-form.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { freeName } from '../../state/free-name.ts'
import { useNavigation } from '../../state/navigation.tsx'
import { usualWishes, WishesFields, wishFields } from './wishes-fields.tsx'

const fields = ['id', 'server', 'port', 'encryption', 'username', 'password', ...wishFields]

/**
 * A new SMTP+ user; when it is saved, the question who may send through it comes next. `like`: the user it is a
 * duplicate of: all but its name, its user name and its password, which another SMTP+ user has of its own.
 */
export function AddUserPanel({
  like,
  onClose,
}: {
  readonly like?: UserView | undefined
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const [found, setFound] = useState<FoundView | null>(null)
  const taken = users.map(({ id }) => id)
  return (
    <SidePanel title={like ? t('users.duplicateOf', { user: like.id }) : t('users.add')} onClose={onClose}>
      {like ? null : <TakeOver onChosen={setFound} />}
      <UserForm
        key={found?.id ?? ''}
        existing={null}
        username={found?.username ?? ''}
        found={found?.complete ? found.id : undefined}
        {...(like ? { like: like.id } : {})}
        passwordRequired
        submit={t('common.save')}
        onSaved={(user) => goTo({ screen: 'senders', user })}
        fields={fields}
      >
        {(errorOf) => (
          <>
            <TextInput
              name="id"
              label={t('common.fields.name')}
              description={t('wizard.credentials.nameHint')}
              defaultValue={freeName(like?.id ?? t('wizard.credentials.nameSuggestion'), taken)}
              error={errorOf('id')}
            />
            <ConnectionFields start={found ?? like ?? servicesOwn} errorOf={errorOf} />
            <WishesFields start={like ?? usualWishes} errorOf={errorOf} />
          </>
        )}
      </UserForm>
    </SidePanel>
  )
}
