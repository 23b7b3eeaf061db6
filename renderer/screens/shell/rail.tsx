import { UnstyledButton } from '@mantine/core'
import {
  IconActivity,
  IconAt,
  IconBell,
  IconHome,
  IconInbox,
  IconPlug,
  IconSettings,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelayView } from '../../../electron/ipc/window-contract.ts'
import { StatusLine } from '../../parts/status-line.tsx'
import type { Tone } from '../../parts/tone.ts'
import { useSnapshot } from '../../state/companion-context.tsx'
import { type ScreenName, useNavigation } from '../../state/navigation.tsx'
import './rail.css'

const everyday: readonly (readonly [ScreenName, TablerIcon])[] = [
  ['home', IconHome],
  ['users', IconUsers],
  ['senders', IconAt],
  ['set-up', IconPlug],
  ['activity', IconActivity],
  ['alerts', IconBell],
]

const relayTones: Record<RelayView['status'], Tone> = {
  starting: 'busy',
  running: 'good',
  restarting: 'busy',
  'not-listening': 'trouble',
  'stopped-for-good': 'trouble',
}

/** The ways through the app, and below them how the relay is. */
export function Rail(): ReactNode {
  const { t } = useTranslation()
  const status = useSnapshot(({ relay }) => relay.status)
  const newAlerts = useSnapshot(({ alerts }) => alerts.filter(({ state }) => state === 'new').length)
  const practising = useSnapshot(
    ({ users, practice }) => users.every((user) => user.practice) || practice.messages.length > 0,
  )
  return (
    <nav className="rail" aria-label={t('shell.navigation')}>
      <p className="rail-name">{t('shell.appName')}</p>
      <ul>
        {everyday.map(([screen, icon]) => (
          <RailItem key={screen} screen={screen} icon={icon} count={screen === 'alerts' ? newAlerts : 0} />
        ))}
      </ul>
      <ul className="rail-below">
        {practising ? <RailItem screen="practice" icon={IconInbox} count={0} /> : null}
        <RailItem screen="settings" icon={IconSettings} count={0} />
      </ul>
      <div className="rail-status">
        <StatusLine tone={relayTones[status]} text={t(`shell.relay.${status}`)} />
      </div>
    </nav>
  )
}

function RailItem({
  screen,
  icon: Icon,
  count,
}: {
  readonly screen: ScreenName
  readonly icon: TablerIcon
  readonly count: number
}): ReactNode {
  const { t } = useTranslation()
  const { place, goTo } = useNavigation()
  return (
    <li>
      <UnstyledButton
        className="rail-item"
        aria-current={(place.screen === 'check' ? 'users' : place.screen) === screen ? 'page' : undefined}
        onClick={() => goTo({ screen })}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
        <span>{t(`shell.places.${screen}`)}</span>
        {count > 0 ? (
          <span className="rail-count">
            <span aria-hidden>{count}</span>
            <span className="visually-hidden">{t('shell.newAlerts', { count })}</span>
          </span>
        ) : null}
      </UnstyledButton>
    </li>
  )
}
