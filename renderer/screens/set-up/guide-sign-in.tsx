import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownGuide } from '../../guides/all-guides.ts'
import { type NewSignIn, SignInForm } from '../../parts/sign-in-form.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { loginKindOf } from './guide-icons.ts'

/** The sign-in a guide is followed with; `password` only if it was made just now. */
export type GuideSignIn = { readonly name: string; readonly password: string | null }

/** One press makes the program's sign-in, under a name that says which it is; or one that is there is taken. */
export function GuideSignInStep({
  guide,
  user,
  signIn,
  onSignIn,
}: {
  readonly guide: KnownGuide
  /** whose rules it gets; null: asked for when there are several */
  readonly user: string | null
  readonly signIn: GuideSignIn | null
  readonly onSignIn: (signIn: GuideSignIn | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const logins = useSnapshot((snapshot) => snapshot.logins)
  const [existing, setExisting] = useState('')
  if (signIn) {
    return (
      <div className="guide-chosen">
        <strong>{t('setUp.guide.chosen', { login: signIn.name })}</strong>
        <Button size="compact-sm" variant="default" onClick={() => onSignIn(null)}>
          {t('setUp.guide.otherSignIn')}
        </Button>
      </div>
    )
  }
  const made = ({ name, password }: NewSignIn): void => onSignIn({ name, password })
  const first = existing || (logins[0]?.name ?? '')
  return (
    <>
      <p className="dimmed">{t('setUp.guide.signInBody')}</p>
      <SignInForm user={user} suggestion={guide.id} onMade={made}>
        <input type="hidden" name="kind" value={loginKindOf[guide.kind]} />
      </SignInForm>
      {logins.length > 0 ? (
        <details>
          <summary>{t('setUp.guide.existing')}</summary>
          <div className="guide-existing">
            <NativeSelect
              label={t('setUp.guide.takeExisting')}
              value={first}
              onChange={(event) => setExisting(event.currentTarget.value)}
              data={logins.map(({ name }) => name)}
            />
            <Button variant="default" onClick={() => onSignIn({ name: first, password: null })}>
              {t('common.next')}
            </Button>
          </div>
        </details>
      ) : null}
    </>
  )
}
