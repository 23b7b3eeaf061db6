import type { EntryView } from '../../electron/ipc/window-verification.ts'
import type { Tone } from '../parts/tone.ts'
import { formatTime } from './format.ts'
import type { Words } from './sentences.ts'

/** How far an entry is verified, how and since when. `practice`: nothing there needs proof. */
export function entryStateWords(t: Words, entry: EntryView, practice: boolean, language: string): string {
  if (practice) return t('verification.inPractice')
  const { state, how, at } = entry
  return state === 'verified' && how !== null && at !== null
    ? t(`verification.how.${how}`, { time: formatTime(at, language) })
    : t(`verification.state.${state}`)
}

export const entryTones: Record<EntryView['state'], Tone> = {
  'not-verified': 'attention',
  waiting: 'busy',
  verified: 'good',
  'carried-over': 'good',
}
