import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Opening } from './screens/shell/opening.tsx'
import { Shell } from './screens/shell/shell.tsx'
import { Wizard } from './screens/wizard/wizard.tsx'
import { CompanionProvider, useCompanionState } from './state/companion-context.tsx'
import type { CompanionStore } from './state/companion-store.ts'
import { NavigationProvider } from './state/navigation.tsx'
import { theme } from './theme.ts'

/** The page: its language and colours as the preferences say, and the wizard until the set-up is done once. */
export function App({ store, words }: { readonly store: CompanionStore; readonly words: i18n }): ReactNode {
  return (
    <CompanionProvider store={store}>
      <I18nextProvider i18n={words}>
        <Page words={words} />
      </I18nextProvider>
    </CompanionProvider>
  )
}

function Page({ words }: { readonly words: i18n }): ReactNode {
  const chosen = useCompanionState(({ snapshot }) => snapshot?.app.preferences.theme ?? 'system')
  const language = useCompanionState(({ snapshot }) => snapshot?.app.preferences.language ?? null)
  const ready = useCompanionState(({ snapshot }) => snapshot !== null)
  const setUpDone = useCompanionState(({ snapshot }) => snapshot?.app.setUpDone ?? false)
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false })

  useEffect(() => {
    if (language) void words.changeLanguage(language)
    document.documentElement.lang = language ?? words.language
  }, [language, words])

  return (
    <MantineProvider theme={theme} forceColorScheme={chosen === 'system' ? systemScheme : chosen}>
      {!ready ? (
        <Opening />
      ) : setUpDone ? (
        <NavigationProvider>
          <Shell />
        </NavigationProvider>
      ) : (
        <Wizard />
      )}
    </MantineProvider>
  )
}
