import { Button } from '@mantine/core'
import { IconEye, IconListDetails, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasteReply } from '../../parts/paste-reply.tsx'
import { readLater } from '../../parts/read-later.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { SignInValues } from '../../parts/sign-in-values.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import type { SetUpPanel } from '../../state/navigation.tsx'
import { AddSignInPanel } from './add-sign-in-panel.tsx'
import { FormSenderPanel } from './form-sender-panel.tsx'
import { ResetSignInPanel } from './reset-sign-in-panel.tsx'
import { SendPanel } from './send-panel.tsx'
import { SignInPanel } from './sign-in-panel.tsx'
import { SignIns } from './sign-ins.tsx'
import { WatchPanel } from './watch-panel.tsx'

// The guides are as long as everything else that is said in the app.
const GuideScreen = readLater(() => import('./guide-screen.tsx'))

/** The sign-ins of the programs here, and the values they have to be given. */
export default function SetUp({ panel: startPanel }: { readonly panel?: SetUpPanel }): ReactNode {
  const { t } = useTranslation()
  const [panel, setPanel] = useState<SetUpPanel | { readonly kind: 'watch' } | null>(startPanel ?? null)
  // A button on this very screen may ask for another of its panels.
  const [askedFor, setAskedFor] = useState(startPanel)
  if (askedFor !== startPanel) {
    setAskedFor(startPanel)
    setPanel(startPanel ?? null)
  }
  const [guiding, setGuiding] = useState(false)
  const close = useCallback(() => setPanel(null), [])
  const openSignIn = useCallback((name: string) => setPanel({ kind: 'sign-in', login: name }), [])
  const reset = useCallback((name: string) => setPanel({ kind: 'reset', login: name }), [])
  const login = useSnapshot(({ logins }) =>
    panel && 'login' in panel ? logins.find(({ name }) => name === panel.login) : undefined,
  )
  if (guiding) {
    return <GuideScreen onBack={() => setGuiding(false)} />
  }
  return (
    <Screen
      title={t('setUp.title')}
      body={t('setUp.body')}
      action={
        <div className="buttons">
          <Button
            leftSection={<IconListDetails size={16} aria-hidden />}
            onClick={() => {
              close()
              setGuiding(true)
            }}
          >
            {t('setUp.guide.start')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setPanel({ kind: 'add' })}
          >
            {t('setUp.add')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            onClick={() => setPanel({ kind: 'watch' })}
          >
            {t('setUp.watch.open')}
          </Button>
        </div>
      }
    >
      <SignIns open={panel && 'login' in panel ? panel.login : null} onOpen={openSignIn} onReset={reset} />
      <Section title={t('setUp.values')}>
        <p className="dimmed">{t('setUp.valuesNote')}</p>
        <SignInValues login={null} password={null} />
        <p className="dimmed">{t('setUp.certificateNote')}</p>
      </Section>
      <Section title={t('setUp.sendFirst')}>
        <p className="dimmed">{t('setUp.sendFirstBody')}</p>
        <div className="buttons">
          <Button variant="default" onClick={() => setPanel({ kind: 'send' })}>
            {t('setUp.sendFirst')}
          </Button>
        </div>
      </Section>
      <PasteReply />
      {panel?.kind === 'add' ? <AddSignInPanel onClose={close} /> : null}
      {login && panel?.kind === 'sign-in' ? (
        <SignInPanel
          key={login.name}
          login={login}
          onClose={close}
          onReset={() => reset(login.name)}
          onForm={() => setPanel({ kind: 'form', login: login.name })}
        />
      ) : null}
      {panel?.kind === 'reset' ? (
        <ResetSignInPanel key={panel.login} login={panel.login} onClose={close} />
      ) : null}
      {login && panel?.kind === 'form' ? (
        <FormSenderPanel key={login.name} login={login} onClose={close} />
      ) : null}
      {panel?.kind === 'watch' ? <WatchPanel login={null} onClose={close} /> : null}
      {panel?.kind === 'send' ? <SendPanel onClose={close} /> : null}
    </Screen>
  )
}
