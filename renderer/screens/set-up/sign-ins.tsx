import { TextInput } from '@mantine/core'
import { IconPlug, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/empty-state.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { filterLogins } from '../../state/login-state.ts'
import './sign-ins.css'
import { SignInsTable } from './sign-ins-table.tsx'

/** From so many sign-ins on there is something to search with. */
const many = 8

/** All sign-ins, and a search where there are many. */
export function SignIns({
  open,
  onOpen,
  onReset,
}: {
  readonly open: string | null
  readonly onOpen: (name: string) => void
  readonly onReset: (name: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const logins = useSnapshot((snapshot) => snapshot.logins)
  const [search, setSearch] = useState('')
  const searched = useDeferredValue(search)
  const shown = useMemo(() => filterLogins(logins, searched), [logins, searched])
  if (logins.length === 0) return <EmptyState icon={IconPlug} text={t('setUp.empty')} />
  return (
    <>
      {logins.length > many ? (
        <div className="sign-ins-tools">
          <TextInput
            className="sign-ins-search"
            aria-label={t('signIns.find')}
            placeholder={t('signIns.find')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <output className="dimmed sign-ins-count">{t('signIns.count', { count: shown.length })}</output>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <SignInsTable logins={shown} open={open} onOpen={onOpen} onReset={onReset} />
      ) : (
        <p className="dimmed">{t('signIns.noneFound')}</p>
      )}
    </>
  )
}
