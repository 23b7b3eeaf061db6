import { CloseButton } from '@mantine/core'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { useCompanion, useCompanionState } from '../../state/companion-context.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { Home } from '../home/home.tsx'
import { Rail } from './rail.tsx'
import { ScreenGuard } from './screen-guard.tsx'
import './shell.css'

// Home is what opens; the others are read from disk when somebody goes there.
const Users = lazy(() => import('../users/users.tsx'))
const Senders = lazy(() => import('../senders/senders.tsx'))
const SetUp = lazy(() => import('../set-up/set-up.tsx'))
const Activity = lazy(() => import('../activity/activity.tsx'))
const Alerts = lazy(() => import('../alerts/alerts.tsx'))
const Check = lazy(() => import('../check/check.tsx'))
const Practice = lazy(() => import('../practice/practice.tsx'))
const History = lazy(() => import('../history/history.tsx'))
const Settings = lazy(() => import('../settings/settings.tsx'))

/** The rail, the screen beside it, and the one line for a call that got no answer. */
export function Shell(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const failedCall = useCompanionState((state) => state.failedCall)
  const { place } = useNavigation()
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {t('shell.skip')}
      </a>
      <Rail />
      <main className="shell-main" id="content">
        {failedCall ? (
          <div className="shell-fault">
            <Notice
              tone="trouble"
              announce
              action={<CloseButton aria-label={t('common.close')} onClick={companion.dismissFailedCall} />}
            >
              {t('shell.callFailed')}
            </Notice>
          </div>
        ) : null}
        <div className="shell-screen">
          <ScreenGuard key={place.screen}>
            <Suspense fallback={null}>
              <CurrentScreen />
            </Suspense>
          </ScreenGuard>
        </div>
      </main>
    </div>
  )
}

function CurrentScreen(): ReactNode {
  const { place } = useNavigation()
  switch (place.screen) {
    case 'home':
      return <Home />
    case 'users':
      return <Users {...place} />
    case 'senders':
      return <Senders {...place} />
    case 'set-up':
      return <SetUp {...place} />
    case 'activity':
      return <Activity {...place} />
    case 'alerts':
      return <Alerts />
    case 'check':
      return <Check {...place} />
    case 'practice':
      return <Practice />
    case 'settings':
      return place.view === 'history' ? <History /> : <Settings at={place.at ?? null} />
  }
}
