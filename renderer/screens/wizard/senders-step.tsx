import { Button, Checkbox, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import { correctLists } from '../../../relay/domain/sender-list-correction.ts'
import { ListProblems } from '../../parts/list-problems.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { joinLists, readLists, sortIntoLists } from '../../state/read-lists.ts'
import { fieldWords } from '../../words/sentences.ts'
import { StepFrame } from './step-frame.tsx'

/** Who may send: domains and addresses in one field, sorted into SMTP+'s two lists. */
export default function SendersStep({
  user: userId,
  onBack,
  onSaved,
}: {
  readonly user: string
  readonly onBack: () => void
  readonly onSaved: () => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const user = useSnapshot(({ users }) => users.find(({ id }) => id === userId))
  const [text, setText] = useState(() => (user ? joinLists(user) : ''))
  const [refused, setRefused] = useState<readonly FieldProblem[]>([])
  // SMTP+ sends only for what it has verified itself: who comes with a user that works has done that.
  const [alreadyVerified, setAlreadyVerified] = useState(true)
  const lists = sortIntoLists(useDeferredValue(text))
  const { problems } = readLists(lists)
  const suggestion = user?.practice ? t('wizard.senders.practiceExample') : domainOf(user?.username ?? '')

  const save = async (wanted: string): Promise<void> => {
    const read = readLists(sortIntoLists(wanted))
    if (read.problems.length > 0) return
    const asked = await companion.ask('setRules', {
      id: userId,
      ...read.tidy,
      unauthorizedSenders: user?.unauthorizedSenders ?? 'block',
      alreadyVerified,
    })
    if (!asked.ok) return
    if (asked.value.ok) onSaved()
    else setRefused(asked.value.problems)
  }
  const press = usePress(async () => {
    if (text.trim() === '') setRefused([{ field: 'senders', reason: 'required' }])
    else await save(text)
  })
  const anyone = usePress(() => save(''))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <StepFrame title={t('wizard.senders.title')} body={t('wizard.senders.body')}>
      <form className="form" onSubmit={submit}>
        <Textarea
          label={t('senders.both')}
          description={t('senders.bothHint')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setRefused([])
          }}
          rows={3}
          spellCheck={false}
          classNames={{ input: 'mono' }}
        />
        {suggestion && !text.includes(suggestion) ? (
          <div className="buttons">
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => setText([text.trim(), suggestion].filter(Boolean).join('; '))}
            >
              {t('wizard.senders.suggestion', { value: suggestion })}
            </Button>
          </div>
        ) : null}
        <ListProblems
          problems={problems}
          onCorrect={(problem) => setText(joinLists(correctLists(sortIntoLists(text), problem)))}
        />
        {refused.map((problem) => (
          <Notice key={`${problem.reason} ${problem.found}`} tone="trouble" announce>
            {fieldWords(t, problem)}
          </Notice>
        ))}
        {user?.practice ? null : (
          <Checkbox
            checked={alreadyVerified}
            onChange={(event) => setAlreadyVerified(event.currentTarget.checked)}
            label={t('wizard.senders.verified')}
            description={t('wizard.senders.verifiedHint')}
          />
        )}
        <div className="buttons">
          <Button type="submit" loading={press.busy} disabled={problems.length > 0}>
            {t('common.next')}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
        </div>
        <details>
          <summary>{t('wizard.senders.anyone')}</summary>
          <Notice
            tone="attention"
            action={
              <Button size="compact-sm" variant="default" loading={anyone.busy} onClick={anyone.start}>
                {t('wizard.senders.anyone')}
              </Button>
            }
          >
            {t('wizard.senders.anyoneHint')}
          </Notice>
        </details>
      </form>
    </StepFrame>
  )
}

function domainOf(username: string): string {
  return /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(username)?.[1]?.toLowerCase() ?? ''
}
