/** What the Windows Credential Manager takes in one item (CRED_MAX_CREDENTIAL_BLOB_SIZE), in bytes of UTF-16. */
const longestItemBytes = 2_560

export type PasswordFormProblem = 'line-break' | 'too-long'

/**
 * Why a text can't be an SMTP+ password, or null. The limit of Windows holds everywhere, so that no password fits on
 * one computer and not on the next. Line breaks and other control characters come along when pasting.
 */
export function passwordProblem(text: string): PasswordFormProblem | null {
  if (/\p{Cc}/u.test(text)) return 'line-break'
  return text.length * 2 > longestItemBytes ? 'too-long' : null
}
