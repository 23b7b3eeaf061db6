import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Section } from '../../parts/screen.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { readTriedMessage, type TriedMessage, tryMessage, type Verdict } from '../../state/try-message.ts'
import { type MessageDraft, MessageField, noMessage } from './message-field.tsx'
import { TryVerdict } from './try-verdict.tsx'

type Outcome = {
  /** of this try: each brings its verdict into sight */
  readonly number: number
  readonly verdict: Verdict
  readonly mailFrom: string
  readonly message: TriedMessage | null
}

/** The decision about a sender and its reason, before anything is sent; the same rules as the relay's, by the relay. */
export function TrySender({ user }: { readonly user: UserView }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [from, setFrom] = useState('')
  const [draft, setDraft] = useState<MessageDraft>(noMessage)
  const [missing, setMissing] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const press = usePress(async () => {
    const bytes = bytesOf(draft)
    const read = bytes === null ? null : readTriedMessage(bytes)
    const message = read?.ok ? read.value : null
    const mailFrom = from.trim() || (message?.identities.from.text ?? '')
    setMissing(mailFrom === '' && read === null)
    if (mailFrom === '' && read === null) return
    const verdict = await tryMessage(read, async (header) => {
      // A head that can't be read names no sender; then only the head is judged.
      if (mailFrom === '') return headOnly
      const asked = await companion.ask('trySender', {
        user: user.id,
        mailFrom,
        ...(header === null ? {} : { message: header }),
      })
      return asked.ok ? asked.value : null
    })
    setOutcome((last) => verdict && { number: (last?.number ?? 0) + 1, verdict, mailFrom, message })
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <Section title={t('trySender.title')}>
      <p className="dimmed">{t('trySender.body')}</p>
      <form className="form try" onSubmit={submit} noValidate>
        <TextInput
          label={t('trySender.from')}
          description={t('trySender.fromHint')}
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value)
            setMissing(false)
          }}
          error={missing ? t('trySender.needsSomething') : undefined}
          spellCheck={false}
        />
        <MessageField draft={draft} onChange={setDraft} />
        <div className="buttons">
          <Button type="submit" loading={press.busy}>
            {t('trySender.run')}
          </Button>
        </div>
      </form>
      {outcome ? (
        <TryVerdict
          key={outcome.number}
          user={user}
          verdict={outcome.verdict}
          mailFrom={outcome.mailFrom}
          message={outcome.message}
        />
      ) : null}
    </Section>
  )
}

const headOnly = {
  decision: 'allow',
  reason: 'null-sender-awaits-header',
  identity: null,
  address: null,
  entry: null,
  fault: null,
} as const

function bytesOf({ file, text }: MessageDraft): Uint8Array | null {
  if (file !== null) return file.bytes
  return text.trim() === '' ? null : new TextEncoder().encode(text)
}
