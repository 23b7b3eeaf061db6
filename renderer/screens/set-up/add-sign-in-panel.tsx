import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { type NewSignIn, SignInForm } from '../../parts/sign-in-form.tsx'

/** A new sign-in, then its values with the password, this once. */
export function AddSignInPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const [made, setMade] = useState<NewSignIn | null>(null)
  if (made) {
    return (
      <SidePanel key="made" title={t('setUp.ready', { login: made.name })} onClose={onClose}>
        <ShownOnce login={made.name} password={made.password} onCopied={onClose} />
      </SidePanel>
    )
  }
  return (
    <SidePanel key="make" title={t('setUp.add')} onClose={onClose}>
      <SignInForm user={null} onMade={setMade} />
    </SidePanel>
  )
}
