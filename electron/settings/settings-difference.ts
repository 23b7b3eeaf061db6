import { changedThing, type SettingChange } from '../ipc/window-history.ts'
import { type Facts, listFields, silentFields } from './settings-facts.ts'

/** A text of a change is cut here: the history is for reading, and stays small. */
const longestText = 400

/** What changed between two settings, thing by thing in their order. */
export function differenceOf(before: Facts, after: Facts): SettingChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => {
    const earlier = before[key]
    const later = after[key]
    if (earlier === later) return []
    if (earlier === undefined) return [change(key, 'added')]
    if (later === undefined) return [change(key, 'removed')]
    const fields = [...new Set([...Object.keys(earlier), ...Object.keys(later)])]
    return fields
      .filter((field) => earlier[field] !== later[field])
      .map((field) => changedField(key, field, earlier[field], later[field]))
  })
}

function change(key: string, what: SettingChange['what']): SettingChange {
  const space = key.indexOf(' ')
  const thing = changedThing.parse(key.slice(0, space))
  return { thing, name: key.slice(space + 1), what, field: '', before: null, after: null }
}

function changedField(key: string, field: string, before?: string, after?: string): SettingChange {
  return { ...change(key, 'changed'), field, ...texts(field, before, after) }
}

function texts(field: string, before = '', after = ''): Pick<SettingChange, 'before' | 'after'> {
  if (silentFields.has(field)) return { before: null, after: null }
  if (!listFields.has(field)) return { before: shown(before), after: shown(after) }
  const earlier = before.split(';')
  const later = after.split(';')
  return { before: shown(beyond(earlier, later)), after: shown(beyond(later, earlier)) }
}

function beyond(these: readonly string[], those: readonly string[]): string {
  const known = new Set(those)
  return these.filter((entry) => entry !== '' && !known.has(entry)).join('; ')
}

function shown(text: string): string | null {
  if (text === '') return null
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}
