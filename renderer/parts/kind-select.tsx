import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoginKind, loginKind } from '../../electron/ipc/window-logins.ts'

/** What sort of program it is. The form around it reads it as `kind`; empty: nobody said. */
export function KindSelect({ kind }: { readonly kind: LoginKind | null }): ReactNode {
  const { t } = useTranslation()
  return (
    <NativeSelect
      name="kind"
      label={t('signIns.kind')}
      defaultValue={kind ?? ''}
      data={[
        { value: '', label: t('signIns.noKind') },
        ...loginKind.options.map((value) => ({ value, label: t(`signIns.kinds.${value}`) })),
      ]}
    />
  )
}

/** What the field says, as a form has it. */
export function readKind(text: string): LoginKind | null {
  return loginKind.options.find((known) => known === text) ?? null
}
