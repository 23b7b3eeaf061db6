/** The form of every SMTP+ user name: `s12345_6`. Other servers have others, so this is only ever a hint. */
export function isSmtpPlusUsername(username: string): boolean {
  return /^s\d+_\d+$/.test(username)
}
