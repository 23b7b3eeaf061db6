import type { GuideId } from '../guides/all-guides.ts'
import type { Guide, Mistake, ValueName } from '../guides/guide.ts'
import { devices as devicesEn } from './en/guides/devices.ts'
import { libraries as librariesEn } from './en/guides/libraries.ts'
import { mail as mailEn } from './en/guides/mail.ts'
import { mistakes as mistakesEn } from './en/guides/mistakes.ts'
import { online as onlineEn } from './en/guides/online.ts'
import { servers as serversEn } from './en/guides/servers.ts'
import { websites as websitesEn } from './en/guides/websites.ts'
import type { GuideWords } from './guide-words.ts'
import { devices as devicesIt } from './it/guides/devices.ts'
import { libraries as librariesIt } from './it/guides/libraries.ts'
import { mail as mailIt } from './it/guides/mail.ts'
import { mistakes as mistakesIt } from './it/guides/mistakes.ts'
import { online as onlineIt } from './it/guides/online.ts'
import { servers as serversIt } from './it/guides/servers.ts'
import { websites as websitesIt } from './it/guides/websites.ts'

/** A guide's words as the screens read them, whichever guide it is. */
export type AnyGuideWords = Omit<GuideWords<Guide>, 'steps' | 'labels'> & {
  readonly labels?: { readonly [Value in ValueName]?: string }
  readonly steps: Readonly<Record<string, string>>
}

type LanguageOfGuides = {
  readonly guides: { readonly [Id in GuideId]: AnyGuideWords }
  readonly mistakes: { readonly [Name in Mistake]: string }
}

/**
 * The guides' words in both languages. Apart from the app's other words: they are read from disk only when somebody
 * looks at a guide, because they are as many as all the others.
 */
export const guideWords: { readonly en: LanguageOfGuides; readonly it: LanguageOfGuides } = {
  en: {
    guides: { ...mailEn, ...onlineEn, ...websitesEn, ...devicesEn, ...serversEn, ...librariesEn },
    mistakes: mistakesEn,
  },
  it: {
    guides: { ...mailIt, ...onlineIt, ...websitesIt, ...devicesIt, ...serversIt, ...librariesIt },
    mistakes: mistakesIt,
  },
}

/** The guides' words in the app's language. */
export function guideWordsIn(language: string): LanguageOfGuides {
  return language === 'it' ? guideWords.it : guideWords.en
}
