/** Stands where a message's sign-in stands, for mail about alerts. No sign-in of a configuration may be called so. */
export const alertLogin = 'SMTP+ Companion (alerts)'

/** The same for delivery status notices to senders. */
export const noticeLogin = 'SMTP+ Companion (notices)'

/** The relay's own, while it checks its door; see relay/check-guest. */
export const checkLogin = 'SMTP+ Companion (check)'

/** The names whose mail tells of other mail. */
export const silentLogins: readonly string[] = [alertLogin, noticeLogin]

/** Mail that tells of alerts and of failures never raises any, whatever becomes of it: else each would bring forth the next. */
export function isSilent(message: { readonly login: string }): boolean {
  return silentLogins.includes(message.login)
}

/** Compared without case, as sign-in names are when they are made. */
export function isReservedLogin(name: string): boolean {
  return [...silentLogins, checkLogin].some((login) => name.trim().toLowerCase() === login.toLowerCase())
}
