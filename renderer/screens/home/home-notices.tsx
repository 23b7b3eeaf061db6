import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../parts/copy-value.tsx'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { openAddresses, writeAddress } from '../../state/relay-address.ts'

/** What should be known beside the one sentence: files set aside, an open door, practising still. */
export function HomeNotices(): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const settingsSetAside = useSnapshot(({ app }) => app.settingsSetAside)
  const problems = useSnapshot(({ relay }) => relay.problems)
  const open = openAddresses(useSnapshot(({ relay }) => relay.listen))
  const practising = useSnapshot(({ users }) => users.every((user) => user.practice))
  return (
    <>
      {settingsSetAside === null ? null : (
        <Notice tone="trouble" action={<CopyPath path={settingsSetAside} />}>
          {t('home.notices.settingsSetAside', { path: settingsSetAside })}
        </Notice>
      )}
      {problems.map((problem) =>
        problem.reason === 'database-set-aside' ? (
          <Notice key={problem.path} tone="trouble" action={<CopyPath path={problem.path} />}>
            {t('home.notices.databaseSetAside', { path: problem.path })}
          </Notice>
        ) : null,
      )}
      {open.length === 0 ? null : (
        <Notice
          tone="attention"
          action={
            <GoButton label={t('home.notices.seeDevices')} to={{ screen: 'settings', at: 'network' }} />
          }
        >
          {t('home.notices.openOn', { address: open.map(writeAddress).join(', ') })}
        </Notice>
      )}
      {practising ? (
        <Notice
          tone="busy"
          action={
            <Button
              size="sm"
              variant="default"
              onClick={() => goTo({ screen: 'users', panel: { kind: 'add' } })}
            >
              {t('home.addUser')}
            </Button>
          }
        >
          {t('home.ownUser')}
        </Notice>
      ) : null}
    </>
  )
}

function CopyPath({ path }: { readonly path: string }): ReactNode {
  const { t } = useTranslation()
  return <CopyButton text={path} visible={t('home.notices.copyPath')} />
}
