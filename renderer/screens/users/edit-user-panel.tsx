import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../../electron/ipc/window-contract.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ConnectionFields } from '../../parts/connection-fields.tsx'
import { InForce } from '../../parts/in-force.tsx'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { UserForm } from '../../parts/user-form.tsx'
import { useCompanion } from '../../state/companion-context.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { fieldWords } from '../../words/sentences.ts'

const fields = ['server', 'port', 'encryption', 'username', 'note', 'status', 'priority']

/** Everything about one SMTP+ user but its password, which has a panel of its own, and its senders. */
export function EditUserPanel({
  user,
  onClose,
  onReplacePassword,
}: {
  readonly user: UserView
  readonly onClose: () => void
  readonly onReplacePassword: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const [saved, setSaved] = useState(false)
  const ways = (
    <div className="buttons">
      {user.practice ? null : (
        <Button variant="default" onClick={onReplacePassword}>
          {t('users.replacePassword')}
        </Button>
      )}
      <Button variant="default" onClick={() => goTo({ screen: 'senders', user: user.id })}>
        {t('users.seeSenders')}
      </Button>
    </div>
  )
  if (user.practice) {
    return (
      <SidePanel title={t('common.practiceUser')} onClose={onClose}>
        <p>{t('users.editPractice')}</p>
        {ways}
      </SidePanel>
    )
  }
  return (
    <SidePanel title={user.id} onClose={onClose}>
      <StatusLine
        tone={user.password === 'missing' ? 'attention' : 'good'}
        text={t(`users.password.${user.password}`)}
      />
      {ways}
      <UserForm
        existing={user}
        passwordRequired={false}
        withoutPassword
        submit={t('common.save')}
        fields={fields}
        onSaved={() => setSaved(true)}
        buttons={saved ? <InForce /> : null}
      >
        {(errorOf) => <UserFields user={user} errorOf={errorOf} />}
      </UserForm>
      <RemoveUser user={user} onClose={onClose} />
    </SidePanel>
  )
}

function UserFields({
  user,
  errorOf,
}: {
  readonly user: UserView
  readonly errorOf: (field: string) => string | undefined
}): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <ConnectionFields start={user} errorOf={errorOf} />
      <div className="form-row">
        <NativeSelect
          name="status"
          label={t('common.fields.status')}
          defaultValue={user.status}
          data={[
            { value: 'active', label: t('common.active') },
            { value: 'inactive', label: t('common.inactive') },
          ]}
        />
        <NativeSelect
          name="priority"
          label={t('common.fields.priority')}
          defaultValue={String(user.priority)}
          data={[
            { value: '1', label: t('users.priorities.highest') },
            { value: '2', label: '2' },
            { value: '3', label: t('users.priorities.normal') },
            { value: '4', label: '4' },
            { value: '5', label: t('users.priorities.lowest') },
          ]}
        />
      </div>
      <TextInput
        name="note"
        label={t('common.fields.note')}
        defaultValue={user.note}
        error={errorOf('note')}
      />
    </>
  )
}

function RemoveUser({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const remove = async (): Promise<void> => {
    const asked = await companion.ask('removeUser', { id: user.id })
    if (!asked.ok) return
    if (asked.value.ok) onClose()
    else setProblems(asked.value.problems)
  }
  return (
    <div>
      <ConfirmButton
        label={t('users.remove', { user: user.id })}
        question={t('users.removeSure', { user: user.id })}
        confirm={t('common.remove')}
        onConfirm={remove}
      />
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </div>
  )
}
