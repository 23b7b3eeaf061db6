import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OneSentence } from '../../parts/one-sentence.tsx'
import { useNavigation } from '../../state/navigation.tsx'

type Props = { readonly children: ReactNode }

/** A screen that can't be drawn takes nothing else with it. (React has no other way to say this than a class.) */
export class ScreenGuard extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? (
      <Broken onLeave={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    )
  }
}

function Broken({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const leave = (): void => {
    goTo({ screen: 'home' })
    onLeave()
  }
  return (
    <div className="screen">
      <OneSentence
        tone="trouble"
        sentence={`${t('shell.screenFailed.title')} ${t('shell.screenFailed.body')}`}
      >
        <Button onClick={leave}>{t('shell.screenFailed.action')}</Button>
      </OneSentence>
    </div>
  )
}
