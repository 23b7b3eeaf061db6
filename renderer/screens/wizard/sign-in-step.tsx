import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownGuide } from '../../guides/all-guides.ts'
import { possibleVariants } from '../../guides/guide.ts'
import { guideValues } from '../../guides/guide-values.ts'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { type NewSignIn, SignInForm } from '../../parts/sign-in-form.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { guideWordsIn } from '../../words/all-guide-words.ts'
import { GuideChooser } from '../set-up/guide-chooser.tsx'
import { loginKindOf } from '../set-up/guide-icons.ts'
import { GuidePage } from '../set-up/guide-page.tsx'
import { guidePlaceOf } from '../set-up/guide-place.ts'
import { GuideSteps } from '../set-up/guide-steps.tsx'
import { StepFrame } from './step-frame.tsx'

/** The first program: which it is, its sign-in, then its steps with the values, the password shown once. */
export default function SignInStep({
  user,
  onBack,
  onCopied,
}: {
  readonly user: string
  readonly onBack: () => void
  /** null: a program that goes straight to SMTP+ needs no sign-in */
  readonly onCopied: (login: string | null) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const [guide, setGuide] = useState<KnownGuide | null>(null)
  const [made, setMade] = useState<NewSignIn | null>(null)
  const back = (go: () => void): ReactNode => (
    <Button variant="default" onClick={go}>
      {t('common.back')}
    </Button>
  )
  if (guide === null) {
    return (
      <StepFrame key="choose" title={t('setUp.guide.title')} body={t('setUp.guide.body')}>
        <GuideChooser onChoose={setGuide} />
        <div className="buttons">{back(onBack)}</div>
      </StepFrame>
    )
  }
  const { name } = guideWordsIn(i18n.language).guides[guide.id]
  if (!possibleVariants(guide).includes('relay')) {
    return (
      <StepFrame key="direct" title={name} body={t('setUp.guide.ways.direct')}>
        <GuidePage guide={guide} user={user} />
        <div className="buttons">
          <Button onClick={() => onCopied(null)}>{t('common.next')}</Button>
          {back(() => setGuide(null))}
        </div>
      </StepFrame>
    )
  }
  if (made) {
    return (
      <StepFrame key="made" title={t('wizard.signIn.ready')} body={name}>
        <MadeSignIn guide={guide} user={user} made={made} onCopied={() => onCopied(made.name)} />
      </StepFrame>
    )
  }
  return (
    <StepFrame key="make" title={t('wizard.signIn.title')} body={t('wizard.signIn.body')}>
      <SignInForm user={user} suggestion={guide.id} onMade={setMade} buttons={back(() => setGuide(null))}>
        <input type="hidden" name="kind" value={loginKindOf[guide.kind]} />
      </SignInForm>
    </StepFrame>
  )
}

/** The steps with the values; where the relay's address is missing, at least name and password, since they show once. */
function MadeSignIn({
  guide,
  user,
  made,
  onCopied,
}: {
  readonly guide: KnownGuide
  readonly user: string
  readonly made: NewSignIn
  readonly onCopied: () => void
}): ReactNode {
  const { t } = useTranslation()
  const snapshot = useSnapshot((whole) => whole)
  const values = guideValues(guide, 'relay', guidePlaceOf(snapshot, user, made.name))
  if (!values.ok) {
    return (
      <>
        {values.problem === 'door-shut' ? <p>{t('setUp.guide.missing.door-shut')}</p> : null}
        <ShownOnce login={made.name} password={made.password} onCopied={onCopied} />
      </>
    )
  }
  return (
    <>
      <GuideSteps guide={guide} values={values.value} signIn={made} />
      <div className="buttons">
        <Button onClick={onCopied}>{t('setUp.copied')}</Button>
      </div>
    </>
  )
}
