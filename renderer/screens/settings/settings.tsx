import { Button, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../parts/copy-value.tsx'
import { GoButton } from '../../parts/go-button.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { SupportReport } from '../../parts/support-report.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { MoveAndKeep } from './move-and-keep.tsx'
import { NetworkDoor } from './network-door.tsx'
import { RelayPort } from './relay-port.tsx'
import './settings.css'

const languages = ['en', 'it'] as const
const themes = ['light', 'dark', 'system'] as const

/** Language and looks, the relay's port, the keychain, and where things are kept. `at`: the part somebody came for. */
export default function Settings({ at }: { readonly at: 'network' | null }): ReactNode {
  const { t } = useTranslation()
  return (
    <Screen title={t('settings.title')}>
      <Preferences />
      <Section title={t('settings.relay')}>
        <RelayPort />
      </Section>
      <Section title={t('settings.network.title')} inSight={at === 'network'}>
        <NetworkDoor />
      </Section>
      <Section title={t('settings.keychain')}>
        <Keychain />
      </Section>
      <Section title={t('history.title')}>
        <p className="dimmed">{t('history.hint')}</p>
        <div className="buttons">
          <GoButton label={t('history.open')} to={{ screen: 'settings', view: 'history' }} />
        </div>
      </Section>
      <Section title={t('transfer.title')}>
        <MoveAndKeep />
      </Section>
      <Section title={t('settings.data')}>
        <DataPlace />
      </Section>
      <Section title={t('support.title')}>
        <SupportReport />
      </Section>
      <Section title={t('settings.about')}>
        <About />
      </Section>
    </Screen>
  )
}

function Preferences(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const preferences = useSnapshot(({ app }) => app.preferences)
  const chooseLanguage = (value: string): void => {
    const language = languages.find((known) => known === value)
    if (language) void companion.ask('setPreferences', { ...preferences, language })
  }
  const chooseTheme = (value: string): void => {
    const theme = themes.find((known) => known === value)
    if (theme) void companion.ask('setPreferences', { ...preferences, theme })
  }
  return (
    <div className="settings-pair">
      <Section title={t('settings.language')}>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={preferences.language}
          onChange={chooseLanguage}
          data={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        />
      </Section>
      <Section title={t('settings.theme')}>
        <SegmentedControl
          aria-label={t('settings.theme')}
          value={preferences.theme}
          onChange={chooseTheme}
          data={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        />
      </Section>
    </div>
  )
}

function Keychain(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const keychain = useSnapshot(({ app }) => app.keychain)
  const press = usePress(async () => {
    await companion.ask('checkKeychain', null)
  })
  return (
    <>
      <StatusLine
        tone={keychain === 'available' ? 'good' : 'attention'}
        text={t(`reasons.keychain.${keychain}`)}
      />
      <div className="buttons">
        <Button variant="default" size="sm" loading={press.busy} onClick={press.start}>
          {t('settings.checkKeychain')}
        </Button>
      </div>
    </>
  )
}

function DataPlace(): ReactNode {
  const { t } = useTranslation()
  const directory = useSnapshot(({ app }) => app.dataDirectory)
  return (
    <>
      <p className="dimmed">{t('settings.dataHint')}</p>
      <p className="settings-place">
        <span className="mono">{directory}</span>
        <CopyButton text={directory} label={t('settings.data')} />
      </p>
    </>
  )
}

function About(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const version = useSnapshot(({ app }) => app.version)
  return (
    <>
      <p>
        {t('shell.appName')}, {t('settings.version', { version })}
      </p>
      <div className="buttons">
        <Button
          variant="default"
          size="sm"
          onClick={() => void companion.ask('openLink', { link: 'smtp-plus-help' })}
        >
          {t('settings.help')}
        </Button>
        <Button
          variant="default"
          size="sm"
          onClick={() => void companion.ask('openLink', { link: 'smtp-plus-settings' })}
        >
          {t('settings.serviceSettings')}
        </Button>
      </div>
    </>
  )
}
