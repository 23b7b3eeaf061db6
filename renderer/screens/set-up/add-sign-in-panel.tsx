import { Radio } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KindSelect } from '../../parts/kind-select.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { type NewSignIn, SignInForm } from '../../parts/sign-in-form.tsx'
import { SignInValues } from '../../parts/sign-in-values.tsx'
import { AddressFields } from './address-fields.tsx'

/** A new sign-in, then its values: with the password, this once, or without one. */
export function AddSignInPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const [how, setHow] = useState<'password' | 'address'>('password')
  const [made, setMade] = useState<NewSignIn | null>(null)
  const [madeByAddress, setMadeByAddress] = useState<string | null>(null)
  if (made) {
    return (
      <SidePanel key="made" title={t('setUp.ready', { login: made.name })} onClose={onClose}>
        <ShownOnce login={made.name} password={made.password} onCopied={onClose} />
      </SidePanel>
    )
  }
  if (madeByAddress !== null) {
    return (
      <SidePanel key="made" title={t('signIns.addressReady', { login: madeByAddress })} onClose={onClose}>
        <p>{t('signIns.addressReadyBody')}</p>
        <SignInValues login={madeByAddress} password={null} />
      </SidePanel>
    )
  }
  return (
    <SidePanel key="make" title={t('setUp.add')} onClose={onClose}>
      <SignInForm
        user={null}
        onMade={setMade}
        onMadeByAddress={setMadeByAddress}
        {...(how === 'address' ? { submitLabel: t('signIns.makeAddress') } : {})}
      >
        <KindSelect kind={null} />
        <Radio.Group
          label={t('signIns.how')}
          value={how}
          onChange={(value) => setHow(value === 'address' ? 'address' : 'password')}
        >
          <div className="sign-in-how">
            <Radio value="password" label={t('signIns.withPassword')} />
            <Radio value="address" label={t('signIns.withAddress')} />
          </div>
        </Radio.Group>
        {how === 'address' ? <AddressFields start="" error={undefined} /> : null}
      </SignInForm>
    </SidePanel>
  )
}
