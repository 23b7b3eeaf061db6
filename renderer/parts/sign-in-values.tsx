import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSnapshot } from '../state/companion-context.tsx'
import { addressForPrograms } from '../state/relay-address.ts'
import { inGroups } from '../words/format.ts'
import { CopyValues, type NamedValue } from './copy-value.tsx'
import { Notice } from './notice.tsx'

/** The values a program asks for; the password only in the moment it was made. */
export function SignInValues({
  login,
  password,
}: {
  readonly login: string | null
  readonly password: string | null
}): ReactNode {
  const { t } = useTranslation()
  const address = addressForPrograms(useSnapshot(({ relay }) => relay.listen))
  if (!address) return <Notice tone="trouble">{t('setUp.noAddress')}</Notice>
  const values: NamedValue[] = [
    { label: t('common.fields.server'), value: address.address },
    { label: t('common.fields.port'), value: String(address.port) },
    { label: t('common.fields.encryption'), value: t('common.encryptions.starttls') },
  ]
  if (login !== null) values.push({ label: t('common.fields.username'), value: login })
  if (password !== null) {
    values.push({
      label: t('common.fields.password'),
      value: password,
      spoken: t('common.passwordGroups', { groups: inGroups(password) }),
    })
  }
  return <CopyValues values={values} all={login !== null} />
}
