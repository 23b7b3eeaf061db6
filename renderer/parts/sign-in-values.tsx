import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/companion-context.tsx'
import { inGroups } from '../words/format.ts'
import { CopyValues, type NamedValue } from './copy-value.tsx'
import { GoButton } from './go-button.tsx'
import { Notice } from './notice.tsx'
import { useSignInAddress } from './use-sign-in-address.ts'

/**
 * The values a program asks for; the password only in the moment it was made. User name and password are there even
 * while the relay has no address, or none that a device can reach: they are shown this once.
 */
export function SignInValues({
  login,
  password,
}: {
  /** null: programs in general */
  readonly login: string | null
  readonly password: string | null
}): ReactNode {
  const { t } = useTranslation()
  const address = useSignInAddress(login)
  const starting = useSnapshot(({ relay }) => relay.status === 'starting' || relay.status === 'restarting')
  const byAddress = useSnapshot(({ logins }) =>
    logins.some(({ name, auth }) => name === login && auth === 'none'),
  )
  const values: NamedValue[] = []
  if (address.reason === 'found') {
    const { server, elsewhere } = address
    values.push({ label: t('common.fields.server'), value: server.address })
    if (elsewhere) values.push({ label: t('setUp.serverElsewhere'), value: elsewhere.address })
    values.push({ label: t('common.fields.port'), value: String(server.port) })
    values.push({ label: t('common.fields.encryption'), value: t('common.encryptions.starttls') })
  }
  if (login !== null && !byAddress) values.push({ label: t('common.fields.username'), value: login })
  if (password !== null) {
    values.push({
      label: t('common.fields.password'),
      value: password,
      spoken: t('common.passwordGroups', { groups: inGroups(password) }),
    })
  }
  return (
    <>
      {address.reason === 'not-listening' ? (
        <Notice tone={starting ? 'busy' : 'trouble'}>
          {t(starting ? 'setUp.addressComing' : 'setUp.noAddress')}
        </Notice>
      ) : null}
      {values.length > 0 ? <CopyValues values={values} all={login !== null} /> : null}
      {address.reason === 'no-door' ? (
        <Notice
          tone="attention"
          action={
            <GoButton
              label={t(password === null ? 'signIns.toSettings' : 'setUp.copiedOpenDoor')}
              to={{ screen: 'settings', at: 'network' }}
            />
          }
        >
          {t('setUp.noDoor')}
        </Notice>
      ) : null}
    </>
  )
}
