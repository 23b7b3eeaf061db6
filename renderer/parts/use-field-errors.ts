import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../electron/ipc/window-contract.ts'
import { fieldWords } from '../words/sentences.ts'

type FieldErrors = {
  /** the sentence for one field, for its `error` */
  readonly errorOf: (field: string) => string | undefined
  /** sentences of problems that belong to none of the fields shown */
  readonly elsewhere: readonly string[]
}

/** Field problems as sentences, beside their fields; none is lost because its field is not on the screen. */
export function useFieldErrors(problems: readonly FieldProblem[], shown: readonly string[]): FieldErrors {
  const { t } = useTranslation()
  return {
    errorOf(field) {
      const problem = problems.find((known) => known.field === field)
      return problem ? fieldWords(t, problem) : undefined
    },
    elsewhere: problems
      .filter(({ field }) => !shown.includes(field))
      .map((problem) => fieldWords(t, problem)),
  }
}
