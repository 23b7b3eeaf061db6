/** What was typed of a code, without the dash and spaces around it; capitals. */
export function codeDigits(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

/** A code as the mail shows it, `K7QF-2MXA`, or as much of it as was typed; what is beyond its eight characters goes. */
export function codeInGroups(typed: string): string {
  const digits = codeDigits(typed).slice(0, 8)
  return digits.length > 4 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : digits
}
