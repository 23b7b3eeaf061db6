import { type RefObject, useEffect, useRef, useState } from 'react'
import type { FieldProblem } from '../../electron/ipc/window-contract.ts'
import type { UserHint } from '../../relay/domain/user-problems.ts'
import { judgeForm } from '../state/read-user-form.ts'

/**
 * Judges a user's form while it is typed, by the rules main has, and gives what is only worth a word. A field is
 * judged when it was left once, and never told to be empty before somebody saves.
 */
export function useLiveForm(
  form: RefObject<HTMLFormElement | null>,
  show: (problems: readonly FieldProblem[]) => void,
): readonly UserHint[] {
  const [hints, setHints] = useState<readonly UserHint[]>([])
  const touched = useRef(new Set<string>())
  useEffect(() => {
    const element = form.current
    if (!element) return undefined
    const judge = (): void => {
      const { problems, hints: found } = judgeForm(new FormData(element))
      show(problems.filter(({ field, reason }) => touched.current.has(field) && reason !== 'required'))
      setHints(found.filter((hint) => hint !== 'username-unusual' || touched.current.has('username')))
    }
    const leave = (event: FocusEvent): void => {
      const { target } = event
      const name = target instanceof HTMLInputElement ? target.name : ''
      if (name === '' || touched.current.has(name)) return
      touched.current.add(name)
      judge()
    }
    element.addEventListener('input', judge)
    element.addEventListener('focusout', leave)
    return () => {
      element.removeEventListener('input', judge)
      element.removeEventListener('focusout', leave)
    }
  }, [form, show])
  return hints
}
