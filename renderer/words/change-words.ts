import type { SettingChange } from '../../electron/ipc/window-history.ts'
import { en } from './en.ts'
import type { Words } from './sentences.ts'

const lists: ReadonlySet<string> = new Set([
  'authorizedDomains',
  'authorizedSenders',
  'verified',
  'addresses',
])

/** One difference of settings as a sentence; a list by what was put on and taken off. */
export function changeWords(
  t: Words,
  { thing: kind, name, what, field, before, after }: SettingChange,
): string {
  const thing = t(`history.things.${kind}`, { name })
  if (what !== 'changed') return t(`history.${what}`, { thing })
  const values = { thing, field: fieldName(t, field) }
  if (before === null && after === null) return t('history.changedSilently', values)
  if (!lists.has(field)) {
    const nothing = t('history.nothing')
    return t('history.changed', { ...values, before: before ?? nothing, after: after ?? nothing })
  }
  const parts = [
    ...(after === null ? [] : [t('history.putOn', { entries: after })]),
    ...(before === null ? [] : [t('history.takenOff', { entries: before })]),
  ]
  return `${t('history.listed', values)} ${parts.join(', ')}`
}

function fieldName(t: Words, field: string): string {
  return isKnown(field) ? t(`history.fields.${field}`) : field
}

function isKnown(field: string): field is keyof typeof en.history.fields {
  return Object.hasOwn(en.history.fields, field)
}
