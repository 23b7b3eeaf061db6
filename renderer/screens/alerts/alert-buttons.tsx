import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertView } from '../../../electron/ipc/window-alerts.ts'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import type { AlertAction } from '../../../relay/domain/alert-action.ts'
import { AuthorizeButtons } from '../../parts/authorize-buttons.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { connectionPlace } from '../../state/connection-place.ts'
import { fieldWords } from '../../words/sentences.ts'
import { alertPlace } from './alert-place.ts'

type Action<Name extends AlertAction['action']> = Extract<AlertAction, { action: Name }>

type Props = {
  readonly alert: AlertView
  readonly primary: boolean
  /** what came of a press, told where it outlives its button */
  readonly onSaid: (sentence: string) => void
  readonly onIgnored: (alert: AlertView) => void
}

/** The buttons the data asks for, the way to where one sees more, and "settled". */
export function AlertButtons({ alert, primary, onSaid, onIgnored }: Props): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const address = alert.actions.find((one) => one.action === 'authorize-address')
  const domain = alert.actions.find((one) => one.action === 'authorize-domain')
  const user = useSnapshot(({ users }) => users.find(({ id }) => id === alert.user))
  const settle = usePress(async () => {
    await companion.ask('setAlertState', { id: alert.id, state: 'settled' })
  })
  const pause = async ({ login }: Action<'pause-login'>): Promise<void> => {
    const asked = await companion.ask('setLoginStatus', { name: login, status: 'inactive' })
    if (asked.ok && asked.value.ok) onSaid(t('alerts.paused', { login }))
    else if (asked.ok && !asked.value.ok) setProblems(asked.value.problems)
  }
  const rewrite = async ({ login }: Action<'rewrite-form-sender'>): Promise<void> => {
    const asked = await companion.ask('setFormSender', { name: login, rewrite: true })
    if (asked.ok && asked.value.ok) onSaid(t('alerts.rewriting', { login }))
    else if (asked.ok && !asked.value.ok) setProblems(asked.value.problems)
  }
  const ignore = async (): Promise<void> => {
    const asked = await companion.ask('ignoreAlert', { id: alert.id })
    if (asked.ok && asked.value.ok) onIgnored(alert)
    else if (asked.ok && !asked.value.ok) setProblems(asked.value.problems)
  }
  const place = alertPlace(alert)
  if (alert.state === 'settled') return null
  return (
    <>
      {address && user ? (
        <AuthorizeButtons
          user={user}
          address={address.address}
          domain={domain?.domain ?? null}
          primary={primary}
          held={false}
          onAdded={(entry) => onSaid(t('senders.authorized', { address: entry }))}
        />
      ) : null}
      <div className="buttons">
        {alert.actions.map((action) => (
          <ActionButton
            key={action.action}
            action={action}
            primary={primary}
            {...{ pause, rewrite, ignore }}
          />
        ))}
        {place ? <GoButton label={t(place.label)} to={place.to} /> : null}
        <Button variant="default" loading={settle.busy} onClick={settle.start}>
          {t('alerts.settle')}
        </Button>
      </div>
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </>
  )
}

function ActionButton({
  action,
  primary,
  pause,
  rewrite,
  ignore,
}: {
  readonly action: AlertAction
  readonly primary: boolean
  readonly pause: (action: Action<'pause-login'>) => Promise<void>
  readonly rewrite: (action: Action<'rewrite-form-sender'>) => Promise<void>
  readonly ignore: () => Promise<void>
}): ReactNode {
  const { t } = useTranslation()
  switch (action.action) {
    case 'authorize-address':
    case 'authorize-domain':
      // Both are drawn together, above.
      return null
    case 'ask-for-verification': {
      const { user, entry } = action
      return (
        <GoButton
          label={t('alerts.actions.ask-for-verification', { entry })}
          to={{ screen: 'senders', user, entry }}
          primary={primary}
        />
      )
    }
    case 'replace-password':
      return (
        <GoButton
          label={t('alerts.actions.replace-password')}
          to={{ screen: 'users', panel: { kind: 'password', user: action.user } }}
          primary={primary}
        />
      )
    case 'check-connection':
      return <GoButton label={t('alerts.actions.check-connection')} to={connectionPlace(action.user)} />
    case 'pause-login':
      return (
        <PressButton
          label={t('alerts.actions.pause-login', { login: action.login })}
          onPress={() => pause(action)}
        />
      )
    case 'rewrite-form-sender':
      return (
        <ConfirmButton
          danger={false}
          label={t('alerts.actions.rewrite-form-sender')}
          question={t('alerts.rewriteSure', { login: action.login })}
          confirm={t('alerts.actions.rewrite-form-sender')}
          onConfirm={() => rewrite(action)}
        />
      )
    case 'ignore':
      return <PressButton label={t('alerts.actions.ignore')} onPress={ignore} />
  }
}

function PressButton({
  label,
  onPress,
}: {
  readonly label: string
  readonly onPress: () => Promise<void>
}): ReactNode {
  const press = usePress(onPress)
  return (
    <Button variant="default" loading={press.busy} onClick={press.start}>
      {label}
    </Button>
  )
}
