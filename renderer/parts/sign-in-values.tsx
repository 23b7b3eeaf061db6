import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/companion-context.tsx'
import { addressForPrograms } from '../state/relay-address.ts'
import { inGroups } from '../words/format.ts'
import { CopyValues, type NamedValue } from './copy-value.tsx'
import { Notice } from './notice.tsx'

/**
 * The values a program asks for; the password only in the moment it was made. User name and password are there even
 * while the relay has no address: they are shown this once.
 */
export function SignInValues({
  login,
  password,
}: {
  readonly login: string | null
  readonly password: string | null
}): ReactNode {
  const { t } = useTranslation()
  const address = addressForPrograms(useSnapshot(({ relay }) => relay.listen))
  const starting = useSnapshot(({ relay }) => relay.status === 'starting' || relay.status === 'restarting')
  const values: NamedValue[] = address
    ? [
        { label: t('common.fields.server'), value: address.address },
        { label: t('common.fields.port'), value: String(address.port) },
        { label: t('common.fields.encryption'), value: t('common.encryptions.starttls') },
      ]
    : []
  if (login !== null) values.push({ label: t('common.fields.username'), value: login })
  if (password !== null) {
    values.push({
      label: t('common.fields.password'),
      value: password,
      spoken: t('common.passwordGroups', { groups: inGroups(password) }),
    })
  }
  return (
    <>
      {address ? null : (
        <Notice tone={starting ? 'busy' : 'trouble'}>
          {t(starting ? 'setUp.addressComing' : 'setUp.noAddress')}
        </Notice>
      )}
      {values.length > 0 ? <CopyValues values={values} all={login !== null} /> : null}
    </>
  )
}
