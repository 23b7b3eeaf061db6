import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../electron/ipc/window-comparison.ts'
import type { Words } from '../../words/sentences.ts'

export type ListName = 'domains' | 'senders'

/** So many entries are named in a sentence; the others are counted. */
const mostNamed = 10

/** One list: what only the service has, to choose from, and what only this side has. */
export function ComparedList({
  name,
  difference,
  here,
  chosen,
  onChoose,
}: {
  readonly name: ListName
  /** null: the service didn't say */
  readonly difference: Comparison['lists'][ListName]
  /** what the user's lists have by now */
  readonly here: ReadonlySet<string>
  readonly chosen: readonly string[]
  readonly onChoose: (entries: readonly string[]) => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const onlyThere = (difference?.onlyThere ?? []).filter((entry) => !here.has(entry))
  const onlyHere = difference?.onlyHere ?? []
  return (
    <section className="compared-list">
      <h3>{t(`users.comparison.lists.${name}`)}</h3>
      {difference === null ? <p className="dimmed">{t('users.comparison.notTold')}</p> : null}
      {difference && onlyThere.length + onlyHere.length === 0 ? (
        <p className="dimmed">{t('users.comparison.sameList')}</p>
      ) : null}
      {onlyThere.length > 0 ? (
        <fieldset className="compared-choice">
          <legend>{t('users.comparison.onlyThere')}</legend>
          {onlyThere.length > 1 ? (
            <Checkbox
              label={t('users.comparison.all', { count: onlyThere.length })}
              checked={chosen.length === onlyThere.length}
              indeterminate={chosen.length > 0 && chosen.length < onlyThere.length}
              onChange={({ currentTarget: { checked } }) => onChoose(checked ? onlyThere : [])}
            />
          ) : null}
          <div className="compared-entries">
            {onlyThere.map((entry) => (
              <Checkbox
                key={entry}
                label={entry}
                checked={chosen.includes(entry)}
                onChange={({ currentTarget: { checked } }) =>
                  onChoose(checked ? [...chosen, entry] : chosen.filter((one) => one !== entry))
                }
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      {onlyHere.length > 0 ? (
        <p>{t('users.comparison.onlyHere', { entries: shortened(t, onlyHere, i18n.language) })}</p>
      ) : null}
    </section>
  )
}

/** Entries as part of a sentence; of many, the first few and how many more. */
export function shortened(t: Words, entries: readonly string[], language: string): string {
  const more = entries.length - mostNamed
  const named =
    more > 1 ? [...entries.slice(0, mostNamed), t('users.comparison.more', { count: more })] : entries
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(named)
}
