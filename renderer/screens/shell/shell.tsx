import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { readLater } from '../../parts/read-later.tsx'
import { useCompanion, useCompanionState } from '../../state/companion-context.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { Home } from '../home/home.tsx'
import { Rail } from './rail.tsx'
import { ScreenGuard } from './screen-guard.tsx'
import './shell.css'

// Home is what opens; the others are read from disk while nothing else is to be done, or when somebody goes there.
const Users = readLater(() => import('../users/users.tsx'))
const Senders = readLater(() => import('../senders/senders.tsx'))
const SetUp = readLater(() => import('../set-up/set-up.tsx'))
const Activity = readLater(() => import('../activity/activity.tsx'))
const Alerts = readLater(() => import('../alerts/alerts.tsx'))
const Check = readLater(() => import('../check/check.tsx'))
const Practice = readLater(() => import('../practice/practice.tsx'))
const History = readLater(() => import('../history/history.tsx'))
const Settings = readLater(() => import('../settings/settings.tsx'))

const further = [Users, Senders, SetUp, Activity, Alerts, Check, Practice, History, Settings]

/** The rail, the screen beside it, and the one line for a call that got no answer. */
export function Shell(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const failedCall = useCompanionState((state) => state.failedCall)
  const { place } = useNavigation()
  useEffect(readFurtherScreens, [])
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
            <CurrentScreen />
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

/** One after the other, each when the page has time for it. Gives a function that stops it. */
function readFurtherScreens(): () => void {
  const waiting = [...further]
  const readNext = (): void => {
    const next = waiting.shift()
    if (!next) return
    const goOn = (): void => {
      idle = requestIdleCallback(readNext)
    }
    // Whoever goes there reads it again, and is told if that fails.
    next.read().then(goOn, goOn)
  }
  let idle = requestIdleCallback(readNext)
  return () => {
    waiting.length = 0
    cancelIdleCallback(idle)
  }
}
