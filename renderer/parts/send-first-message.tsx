import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../electron/ipc/window-contract.ts'
import type { RequestOutput } from '../state/bridge.ts'
import { useCompanion, useSnapshot } from '../state/companion-context.tsx'
import { textOf } from '../state/read-form.ts'
import { decisionWords } from '../words/decision-words.ts'
import { userWords } from '../words/sentences.ts'
import { MessageProgress } from './message-progress.tsx'
import { Notice } from './notice.tsx'
import { SenderCure } from './sender-cure.tsx'
import { suggestedRecipient, suggestedSender } from './suggested-sender.ts'
import { useFieldErrors } from './use-field-errors.ts'
import { usePress } from './use-press.ts'

type Refused = Extract<RequestOutput<'sendFirstMessage'>, { ok: false }>
type Outcome =
  | { readonly kind: 'queued'; readonly id: string }
  | { readonly kind: 'refused'; readonly user: string; readonly refused: Refused }
  | null

/** A message from here, followed until the server has answered. `user`: given, or asked for when there are several. */
export function SendFirstMessage({ user: givenUser }: { readonly user: string | null }): ReactNode {
  const { t, i18n } = useTranslation()
  const companion = useCompanion()
  const form = useRef<HTMLFormElement>(null)
  const users = useSnapshot((snapshot) => snapshot.users)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [outcome, setOutcome] = useState<Outcome>(null)
  const { errorOf } = useFieldErrors(problems, ['from', 'to'])
  const likely =
    users.find(({ id }) => id === givenUser) ?? users.find(({ practice }) => !practice) ?? users[0]

  const press = usePress(async () => {
    if (!form.current) return
    const data = new FormData(form.current)
    const [from, to] = [textOf(data, 'from'), textOf(data, 'to')]
    const empty = [...(from ? [] : ['from']), ...(to ? [] : ['to'])]
    setProblems(empty.map((field) => ({ field, reason: 'required' })))
    if (empty.length > 0) return
    const user = givenUser ?? (textOf(data, 'user') || likely?.id || '')
    const language = i18n.language === 'it' ? 'it' : 'en'
    const asked = await companion.ask('sendFirstMessage', { user, from, to, language })
    if (!asked.ok) return
    setOutcome(
      asked.value.ok
        ? { kind: 'queued', id: asked.value.id }
        : { kind: 'refused', user, refused: asked.value },
    )
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      {givenUser === null && users.length > 1 ? (
        <NativeSelect
          name="user"
          label={t('common.fields.user')}
          defaultValue={likely?.id ?? ''}
          data={users.map(({ id }) => ({ value: id, label: userWords(t, id) }))}
        />
      ) : null}
      <TextInput
        name="from"
        type="email"
        label={t('common.fields.from')}
        description={t('firstMessage.fromHint')}
        defaultValue={suggestedSender(likely)}
        error={errorOf('from')}
        spellCheck={false}
      />
      <TextInput
        name="to"
        type="email"
        label={t('common.fields.to')}
        description={t('firstMessage.toHint')}
        defaultValue={suggestedRecipient(likely)}
        error={errorOf('to')}
        spellCheck={false}
      />
      <div className="buttons">
        <Button type="submit" loading={press.busy}>
          {t('firstMessage.send')}
        </Button>
      </div>
      {outcome?.kind === 'refused' ? <Refusal user={outcome.user} refused={outcome.refused} /> : null}
      {outcome?.kind === 'queued' ? <MessageProgress key={outcome.id} id={outcome.id} /> : null}
    </form>
  )
}

function Refusal({ user, refused }: { readonly user: string; readonly refused: Refused }): ReactNode {
  const { t } = useTranslation()
  const known = useSnapshot(({ users }) => users.find(({ id }) => id === user))
  const { decision } = refused
  if (decision === null) {
    return (
      <Notice tone="trouble" announce>
        {t(`firstMessage.refusals.${refused.reason}`)}
      </Notice>
    )
  }
  const { reason, address } = decision
  const isCurable = reason === 'sender-not-authorized' || reason === 'sender-not-verified'
  return (
    <Notice
      tone="trouble"
      announce
      action={
        known && isCurable && address ? <SenderCure key={address} user={known} address={address} /> : null
      }
    >
      {decisionWords(t, decision, user)}
    </Notice>
  )
}
