import type { TFunction } from 'i18next'
import type { Judgement } from '../../relay/domain/expectation.ts'

/** What belongs at a place of a file and what was found there, as parts of a sentence. */
export function judgedWords(
  t: TFunction<'words'>,
  { wanted, detail, foundKind, foundText }: Judgement,
): { readonly expected: string; readonly found: string } {
  const rule = t(`expectations.wanted.${wanted}`, { detail })
  const isCorrection = wanted.startsWith('list-') && detail !== ''
  return {
    expected: isCorrection ? t('expectations.corrected', { rule, detail }) : rule,
    found: foundKind === 'value' ? foundText : t(`expectations.found.${foundKind}`, { text: foundText }),
  }
}
