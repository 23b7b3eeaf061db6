import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../electron/ipc/window-contract.ts'
import { en, type Words } from './en.ts'
import { it } from './it.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: Words }
    returnNull: false
  }
}

/** The app's sentences in one language. Both languages are in the bundle: nothing is loaded later. */
export async function startWords(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['words'],
    defaultNS: 'words',
    resources: { en: { words: en }, it: { words: it } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  })
  return i18next
}
