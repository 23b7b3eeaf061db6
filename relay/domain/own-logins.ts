/** Stands where a message's sign-in stands, for mail about alerts. No sign-in of a configuration may be called so. */
export const alertLogin = 'SMTP+ Companion (alerts)'

/** Mail that tells of alerts never raises one, whatever becomes of it: else each would bring forth the next. */
export function isSilent(message: { readonly login: string }): boolean {
  return message.login === alertLogin
}

/** Compared without case, as sign-in names are when they are made. */
export function isReservedLogin(name: string): boolean {
  return name.trim().toLowerCase() === alertLogin.toLowerCase()
}
