import { Button, Radio, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, UserView } from '../../../electron/ipc/window-contract.ts'
import type { ListName } from '../../../relay/domain/sender-list.ts'
import { correctLists, type SenderLists } from '../../../relay/domain/sender-list-correction.ts'
import { AddedEntries } from '../../parts/added-entries.tsx'
import { CopyButton } from '../../parts/copy-value.tsx'
import { ListProblems } from '../../parts/list-problems.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { addedEntries } from '../../state/entries.ts'
import { readLists } from '../../state/read-lists.ts'
import { fieldWords } from '../../words/sentences.ts'
import { SavedAndInForce } from './saved-and-in-force.tsx'

/** One user's lists: read while they are typed, saved as SMTP+ writes them. */
export function RulesForm({ user }: { readonly user: UserView }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [lists, setLists] = useState<SenderLists>(user)
  const [shown, setShown] = useState(user)
  // Changed elsewhere, as by taking an entry off: taken over, unless somebody is typing here.
  if (!sameLists(shown, user)) {
    setShown(user)
    if (sameLists(shown, lists)) setLists(user)
  }
  const [otherwise, setOtherwise] = useState(user.unauthorizedSenders)
  const [refused, setRefused] = useState<readonly FieldProblem[]>([])
  const [alreadyVerified, setAlreadyVerified] = useState(false)
  const deferred = useDeferredValue(lists)
  const read = useMemo(() => readLists(deferred), [deferred])
  const added = useMemo(
    () => (user.practice || read.problems.length > 0 ? [] : addedEntries(user, read.tidy)),
    [user, read],
  )
  const changed = !sameLists(lists, user) || otherwise !== user.unauthorizedSenders

  const press = usePress(async () => {
    const { tidy, problems } = readLists(lists)
    if (problems.length > 0) return
    const asked = await companion.ask('setRules', {
      id: user.id,
      ...tidy,
      unauthorizedSenders: otherwise,
      alreadyVerified,
    })
    if (!asked.ok) return
    setRefused(asked.value.ok ? [] : asked.value.problems)
    if (asked.value.ok) setLists(tidy)
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <form className="rules" onSubmit={submit}>
      <ListField list="authorizedDomains" lists={lists} onChange={setLists} />
      <ListField list="authorizedSenders" lists={lists} onChange={setLists} />
      <ListProblems
        problems={read.problems}
        onCorrect={(problem) => setLists(correctLists(lists, problem))}
      />
      {refused.map((problem) => (
        <Notice key={`${problem.reason} ${problem.found}`} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
      {changed && read.count === 0 && read.problems.length === 0 ? (
        <Notice tone="attention">{t('senders.open')}</Notice>
      ) : null}
      {added.length > 0 ? (
        <AddedEntries count={added.length} alreadyVerified={alreadyVerified} onChange={setAlreadyVerified} />
      ) : null}
      <Radio.Group
        label={t('senders.otherwise')}
        value={otherwise}
        onChange={(value) => setOtherwise(value === 'alert' ? 'alert' : 'block')}
      >
        <div className="rules-otherwise">
          <Radio value="block" label={t('senders.block')} />
          <Radio value="alert" label={t('senders.alert')} />
        </div>
      </Radio.Group>
      <div className="buttons">
        <Button type="submit" loading={press.busy} disabled={!changed || read.problems.length > 0}>
          {t('common.save')}
        </Button>
        <SavedAndInForce changed={changed} />
      </div>
    </form>
  )
}

function sameLists(one: SenderLists, other: SenderLists): boolean {
  return (
    one.authorizedDomains === other.authorizedDomains && one.authorizedSenders === other.authorizedSenders
  )
}

function ListField({
  list,
  lists,
  onChange,
}: {
  readonly list: ListName
  readonly lists: SenderLists
  readonly onChange: (lists: SenderLists) => void
}): ReactNode {
  const { t } = useTranslation()
  const [label, hint] =
    list === 'authorizedDomains'
      ? [t('senders.domains'), t('senders.domainsHint')]
      : [t('senders.addresses'), t('senders.addressesHint')]
  const count = useMemo(
    () => lists[list].split(';').filter((entry) => entry.trim() !== '').length,
    [lists, list],
  )
  return (
    <div>
      <Textarea
        label={label}
        description={hint}
        value={lists[list]}
        onChange={(event) => onChange({ ...lists, [list]: event.currentTarget.value })}
        rows={3}
        spellCheck={false}
        classNames={{ input: 'mono' }}
      />
      <p className="rules-count dimmed">
        {t('senders.entries', { count })}
        {count > 0 ? <CopyButton text={lists[list]} visible={t('senders.copyFor')} /> : null}
      </p>
    </div>
  )
}
