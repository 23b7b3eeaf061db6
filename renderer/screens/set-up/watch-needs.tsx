import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import type { WatchFinding } from '../../../relay/domain/watch-judgement.ts'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { RefusalCure } from '../../parts/refusal-cure.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { freeName } from '../../state/free-name.ts'
import { fieldWords, userWords } from '../../words/sentences.ts'

/** What the watched program needs, with the press that gives it where there is one. */
export function WatchNeeds({
  finding,
  since,
}: {
  readonly finding: WatchFinding
  /** ISO 8601: when the watch began */
  readonly since: string
}): ReactNode {
  const { t } = useTranslation()
  switch (finding.kind) {
    case 'works':
      return <Notice tone="good">{t('setUp.watch.needs.works')}</Notice>
    case 'no-sign-in':
      return (
        <>
          <Notice tone="attention">{t('setUp.watch.needs.no-sign-in')}</Notice>
          {finding.nearby ? null : <ByAddress from={finding.from} />}
        </>
      )
    case 'no-starttls':
      return (
        <>
          <Notice tone="attention">{t('setUp.watch.needs.no-starttls')}</Notice>
          <ByAddress from={finding.from} />
        </>
      )
    case 'turned-away':
      return (
        <>
          <Notice tone="attention">{t('setUp.watch.needs.turned-away', { from: finding.from })}</Notice>
          <ByAddress from={finding.from} />
        </>
      )
    case 'message-refused':
      return <Refused reply={finding.reply} since={since} />
    case 'only-looked':
    case 'encrypted-at-once':
    case 'sign-in-refused':
      return <Notice tone="attention">{t(`setUp.watch.needs.${finding.kind}`)}</Notice>
  }
}

/** The journal knows which address was refused to whom; its cure is the same as anywhere else. */
function Refused({ reply, since }: { readonly reply: string; readonly since: string }): ReactNode {
  const { t } = useTranslation()
  const refusal = useSnapshot(({ refusals }) =>
    refusals.find((known) => known.reply === reply && Date.parse(known.at) >= Date.parse(since)),
  )
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

/** A sign-in of its own, recognised by that one address alone; the risk stands above the button. */
function ByAddress({ from }: { readonly from: string }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const users = useSnapshot((snapshot) => snapshot.users)
  const logins = useSnapshot((snapshot) => snapshot.logins)
  const [outcome, setOutcome] = useState<string | readonly FieldProblem[] | null>(null)
  const own = users.filter(({ practice }) => !practice)
  const [chosen, setChosen] = useState('')
  const user = own.find(({ id }) => id === chosen) ?? own[0]
  const press = usePress(async () => {
    if (!user) return
    const taken = logins.map((login) => login.name)
    const name = freeName(t('setUp.watch.device'), taken)
    const asked = await companion.ask('addAddressLogin', {
      name,
      user: user.id,
      kind: 'device',
      addresses: from,
    })
    if (asked.ok) setOutcome(asked.value.ok ? name : asked.value.problems)
  })
  if (!user) return null
  if (typeof outcome === 'string') {
    return (
      <Notice tone="good" announce>
        {t('setUp.watch.made', { login: outcome, from })}
      </Notice>
    )
  }
  return (
    <>
      {own.length > 1 ? (
        <NativeSelect
          label={t('common.fields.user')}
          value={user.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={own.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
        />
      ) : null}
      <p>{t('setUp.watch.byAddressRisk', { from, user: user.id })}</p>
      <div className="buttons">
        <Button variant="default" loading={press.busy} onClick={press.start}>
          {t('setUp.watch.byAddress', { from })}
        </Button>
      </div>
      {outcome?.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </>
  )
}
