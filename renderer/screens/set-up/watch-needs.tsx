import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WatchFinding } from '../../../relay/domain/watch-judgement.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { RefusalCure } from '../../parts/refusal-cure.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { LetInByAddress } from './let-in-by-address.tsx'
import { ResetSignIn } from './reset-sign-in-panel.tsx'

type Seen = {
  readonly reply: string
  /** ISO 8601: when the watch began */
  readonly since: string
}

/** What the watched program needs, with the press that gives it where there is one. `login`: its sign-in, if known. */
export function WatchNeeds({
  finding,
  since,
  login,
}: {
  readonly finding: WatchFinding
  readonly since: string
  readonly login: string | null
}): ReactNode {
  const { t } = useTranslation()
  switch (finding.kind) {
    case 'works':
      return <Notice tone="good">{t('setUp.watch.needs.works')}</Notice>
    case 'no-sign-in':
      return (
        <>
          <Notice tone="attention">{t('setUp.watch.needs.no-sign-in')}</Notice>
          <LetInByAddress {...finding} />
        </>
      )
    case 'no-starttls':
    case 'looked-in-clear':
      return (
        <>
          <Notice tone="attention">{t(`setUp.watch.needs.${finding.kind}`)}</Notice>
          <LetInByAddress from={finding.from} nearby={false} sender={null} />
        </>
      )
    case 'turned-away':
      return (
        <>
          <Notice tone="attention">{t('setUp.watch.needs.turned-away', { from: finding.from })}</Notice>
          <LetInByAddress from={finding.from} nearby={false} sender={null} />
        </>
      )
    case 'message-refused':
      return <Refused reply={finding.reply} since={since} />
    case 'sign-in-refused':
      return <SignInRefused reply={finding.reply} since={since} login={login} />
    case 'only-looked':
    case 'encrypted-at-once':
      return <Notice tone="attention">{t(`setUp.watch.needs.${finding.kind}`)}</Notice>
  }
}

/** The journal's line about what the program was told. */
function useRefusal({ reply, since }: Seen) {
  return useSnapshot(({ refusals }) =>
    refusals.find((known) => known.reply === reply && Date.parse(known.at) >= Date.parse(since)),
  )
}

/** The journal knows which address was refused to whom; its cure is the same as anywhere else. */
function Refused(seen: Seen): ReactNode {
  const { t } = useTranslation()
  const refusal = useRefusal(seen)
  const login = useSnapshot(({ logins }) => logins.find(({ name }) => name === refusal?.login))
  return (
    <>
      <Notice tone="attention">{t('setUp.watch.needs.message-refused')}</Notice>
      {refusal ? <RefusalCure refusal={refusal} /> : null}
      {refusal?.identity === 'header-from' && login ? (
        <GoButton
          label={t('setUp.watch.form')}
          to={{ screen: 'set-up', panel: { kind: 'form', login: login.name } }}
        />
      ) : null}
    </>
  )
}

/** Which name it tried tells a wrong password from a name that nobody has here; the new password is made on the spot. */
function SignInRefused({ login, ...seen }: Seen & { readonly login: string | null }): ReactNode {
  const { t } = useTranslation()
  const tried = useRefusal(seen)?.login ?? login
  const known = useSnapshot(({ logins }) =>
    logins.find(({ name, auth }) => name === tried && auth === 'password'),
  )
  const names = useSnapshot(({ logins }) => logins)
  const [resetting, setResetting] = useState(false)
  if (known && resetting) return <ResetSignIn login={known.name} onClose={() => setResetting(false)} />
  if (known) {
    return (
      <>
        <Notice tone="attention">{t('setUp.watch.needs.sign-in-refused')}</Notice>
        <div className="buttons">
          <Button variant="default" onClick={() => setResetting(true)}>
            {t('setUp.resetFor', { login: known.name })}
          </Button>
        </div>
      </>
    )
  }
  const there = names.filter(({ auth }) => auth === 'password').map(({ name }) => `“${name}”`)
  return (
    <Notice tone="attention">
      {tried === null || there.length === 0
        ? t('setUp.watch.needs.sign-in-refused')
        : t('setUp.watch.needs.unknown-name', { tried, names: there.slice(0, 8).join(', ') })}
    </Notice>
  )
}
