import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyValues } from '../../parts/copy-value.tsx'
import { OneSentence } from '../../parts/one-sentence.tsx'
import { PasteReply } from '../../parts/paste-reply.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { useCompanionState, useSnapshot } from '../../state/companion-context.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { addressForPrograms } from '../../state/relay-address.ts'
import { Checklist } from './checklist.tsx'
import './home.css'
import { HomeNotices } from './home-notices.tsx'
import { NextStepButton } from './next-step-button.tsx'
import { Recent } from './recent.tsx'
import { homeSituation, toneOf } from './situation.ts'
import { situationSentence } from './situation-words.ts'

/** How things are in one sentence with one button; below it the address, today's counts and what happened last. */
export function Home(): ReactNode {
  const { t, i18n } = useTranslation()
  const snapshot = useCompanionState((state) => state.snapshot)
  if (!snapshot) return null
  const situation = homeSituation(snapshot)
  return (
    <Screen title={t('home.title')}>
      <OneSentence tone={toneOf(situation)} sentence={situationSentence(t, situation, i18n.language)}>
        <NextStepButton situation={situation} />
      </OneSentence>
      <HomeNotices />
      <Checklist />
      <div className="home-columns">
        <RelayAddress />
        <Today />
      </div>
      <Recent />
      <PasteReply />
    </Screen>
  )
}

function RelayAddress(): ReactNode {
  const { t } = useTranslation()
  const address = addressForPrograms(useSnapshot(({ relay }) => relay.listen))
  return (
    <Section title={t('home.address')}>
      {address ? (
        <>
          <CopyValues
            values={[
              { label: t('common.fields.server'), value: address.address },
              { label: t('common.fields.port'), value: String(address.port) },
              { label: t('common.fields.encryption'), value: t('common.encryptions.starttls') },
            ]}
          />
          <p className="home-hint dimmed">{t('home.addressHint')}</p>
        </>
      ) : (
        <p className="dimmed">{t('home.notListening')}</p>
      )}
    </Section>
  )
}

function Today(): ReactNode {
  const { t } = useTranslation()
  const { goTo } = useNavigation()
  const counts = useSnapshot((snapshot) => snapshot.counts)
  const numbers = [
    ['sent', counts.sentToday, 'sent'],
    ['waiting', counts.waiting, 'waiting'],
    ['refused', counts.refusedToday, 'refused'],
    ['failed', counts.failedToday, 'attention'],
    ['held', counts.held, 'attention'],
    ['uncertain', counts.uncertain, 'attention'],
  ] as const
  return (
    <Section title={t('home.today')}>
      <ul className="home-counts card">
        {numbers.map(([name, count, filter]) => (
          <li key={name}>
            <Anchor
              component="button"
              underline="hover"
              data-none={count === 0 || undefined}
              onClick={() => goTo({ screen: 'activity', filter })}
            >
              <strong>{count}</strong> <span>{t(`home.counts.${name}`)}</span>
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}
