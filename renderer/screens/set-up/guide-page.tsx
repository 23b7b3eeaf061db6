import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownGuide } from '../../guides/all-guides.ts'
import { areNamesKnown, type GuideVariant, guideVariants, possibleVariants } from '../../guides/guide.ts'
import { guideValues, type NoValues } from '../../guides/guide-values.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { ProgramProgress } from '../../parts/message-progress.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/screen.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { guideWordsIn } from '../../words/all-guide-words.ts'
import { userWords } from '../../words/sentences.ts'
import './guide.css'
import { GuideFiles } from './guide-files.tsx'
import { guidePlaceOf } from './guide-place.ts'
import { type GuideSignIn, GuideSignInStep } from './guide-sign-in.tsx'
import { GuideSteps } from './guide-steps.tsx'
import { WatchPanel } from './watch-panel.tsx'

/** One program: which way, its sign-in, the steps with the values, the usual mistakes, and whether it arrives. */
export function GuidePage({
  guide,
  user: givenUser,
  onSignIn,
}: {
  readonly guide: KnownGuide
  /** whose rules the program gets; null: asked for when there are several */
  readonly user: string | null
  readonly onSignIn?: (login: string) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const snapshot = useSnapshot((whole) => whole)
  const real = snapshot.users.filter(({ practice }) => !practice)
  const possible = possibleVariants(guide)
  const [variant, setVariant] = useState<GuideVariant>(possible[0] ?? 'direct')
  const [directUser, setDirectUser] = useState(givenUser ?? real[0]?.id ?? null)
  const [signIn, setSignIn] = useState<GuideSignIn | null>(null)
  const [since, setSince] = useState('')
  const [watching, setWatching] = useState(false)
  const user =
    variant === 'direct'
      ? directUser
      : (snapshot.logins.find(({ name }) => name === signIn?.name)?.user ?? directUser)
  const values = guideValues(guide, variant, guidePlaceOf(snapshot, user, signIn?.name ?? null))
  const { guides, mistakes } = guideWordsIn(i18n.language)
  const words = guides[guide.id]

  const take = (chosen: GuideSignIn | null): void => {
    setSignIn(chosen)
    setSince(new Date().toISOString())
    if (chosen) onSignIn?.(chosen.name)
  }

  return (
    <div className="guide">
      <p>{words.about}</p>
      {possible.length > 1 ? (
        <div className="guide-way">
          <SegmentedControl
            aria-label={t('setUp.guide.way')}
            value={variant}
            onChange={(value) => setVariant(guideVariants.find((known) => known === value) ?? variant)}
            data={possible.map((value) => ({ value, label: t(`setUp.guide.ways.${value}`) }))}
          />
          <p className="dimmed">{t(`setUp.guide.wayNotes.${variant}`)}</p>
        </div>
      ) : null}
      {guide.reach === 'here' || (guide.reach === 'network' && variant === 'direct') ? null : (
        <p className="dimmed">{t(`setUp.guide.reach.${guide.reach}`)}</p>
      )}
      {variant === 'direct' && real.length > 1 ? (
        <NativeSelect
          className="guide-user"
          label={t('setUp.guide.user')}
          value={directUser ?? ''}
          onChange={(event) => setDirectUser(event.currentTarget.value)}
          data={real.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
        />
      ) : null}
      {variant === 'relay' && (values.ok || values.problem !== 'door-shut') ? (
        <Section title={t('setUp.guide.signIn')}>
          <GuideSignInStep guide={guide} user={givenUser} signIn={signIn} onSignIn={take} />
        </Section>
      ) : null}
      {values.ok ? (
        <Section title={t('setUp.guide.steps')}>
          {areNamesKnown(guide, i18n.language) ? null : (
            <p className="dimmed">{t('setUp.guide.namesNotCompared')}</p>
          )}
          <GuideSteps guide={guide} values={values.value} signIn={signIn} />
          <GuideFiles guide={guide} values={values.value} signIn={signIn} />
        </Section>
      ) : (
        <NoValuesNotice problem={values.problem} />
      )}
      <Section title={t('setUp.guide.mistakes')}>
        <ul className="guide-mistakes">
          {guide.mistakes.map((mistake) => (
            <li key={mistake}>{mistakes[mistake]}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('setUp.guide.check')}>
        <p className="can-select">{words.check}</p>
        {variant === 'direct' ? <p className="dimmed">{t('setUp.guide.checkDirect')}</p> : null}
        {variant === 'relay' && signIn ? (
          <>
            <ProgramProgress login={signIn.name} since={since} />
            <div className="buttons">
              <Button
                variant="default"
                leftSection={<IconEye size={16} aria-hidden />}
                onClick={() => setWatching(true)}
              >
                {t('setUp.watch.open')}
              </Button>
            </div>
          </>
        ) : null}
        {variant === 'relay' && !signIn && values.ok ? (
          <p className="dimmed">{t('setUp.guide.checkFirst')}</p>
        ) : null}
      </Section>
      {watching && signIn ? <WatchPanel login={signIn.name} onClose={() => setWatching(false)} /> : null}
    </div>
  )
}

function NoValuesNotice({ problem }: { readonly problem: NoValues }): ReactNode {
  const { t } = useTranslation()
  return (
    <Notice
      tone="attention"
      action={
        problem === 'door-shut' ? (
          <GoButton label={t('setUp.guide.openDoor')} to={{ screen: 'settings', at: 'network' }} />
        ) : problem === 'no-user' ? (
          <GoButton label={t('setUp.guide.addUser')} to={{ screen: 'users', panel: { kind: 'add' } }} />
        ) : null
      }
    >
      {t(`setUp.guide.missing.${problem}`)}
    </Notice>
  )
}
