import type { Decision } from '../domain/decision.ts'
import { type FormHistory, isFormCase, looksLikeFormSender } from '../domain/form-sender.ts'

/** Which addresses each sign-in has had in From lately without being authorized; kept in memory only. */
export type FormHistories = {
  of(login: string): FormHistory
  /** Notes one more; gives the decision back, with a hint where it looks like an online form's. */
  judged(login: string, decision: Decision): Decision
}

const kept = 20

export function createFormHistories(): FormHistories {
  const histories = new Map<string, FormHistory>()
  const of = (login: string): FormHistory => histories.get(login) ?? []
  return {
    of,
    judged(login, decision) {
      if (!isFormCase(decision)) return decision
      const history = of(login)
      const address = decision.address ?? ''
      histories.set(login, [...history.filter((one) => one !== address), address].slice(-kept))
      return looksLikeFormSender(decision, history) ? { ...decision, hint: 'form-sender' } : decision
    },
  }
}
