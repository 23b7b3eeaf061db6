import type { FieldProblem } from '../../electron/ipc/window-contract.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'

/** What the connection fields of a form say. */
export type ConnectionDraft = {
  readonly server: string
  readonly port: number
  readonly encryption: 'starttls' | 'none'
  readonly username: string
}

/** A text field without the spaces around it; empty when the form has no such field. */
export function textOf(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value.trim() : ''
}

/** A port is a whole number from 1 to 65535: what else may be wrong with it is the front office's to say. */
export function readPort(text: string): Result<number, FieldProblem> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535
    ? done(port)
    : failed({ field: 'port', reason: text === '' ? 'required' : 'port-not-a-port', found: text })
}

/** Whether a pasted password has spaces or line breaks around it that are hardly part of it. */
export function hasStraySpaces(password: string): boolean {
  return password !== password.trim()
}
