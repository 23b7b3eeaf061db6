import { z } from 'zod'
import { type AlertKind, alertKind } from './relay-event.ts'

/** How often one kind of alert is told: `every-time` at most once a minute for one cause, `daily` at eight o'clock. */
export const alertFrequency = z.enum(['every-time', 'hourly', 'daily', 'never'])
export type AlertFrequency = z.infer<typeof alertFrequency>

/** How people hear of alerts while the window is closed. */
export const alertChannel = z.enum(['desktop', 'mail'])
export type AlertChannel = z.infer<typeof alertChannel>

function told(desktop: AlertFrequency, mail: AlertFrequency) {
  return z
    .strictObject({ desktop: alertFrequency.default(desktop), mail: alertFrequency.default(mail) })
    .default({ desktop, mail })
}

// What a program does wrong all day is told in portions; what stops the mail is told at once.
const frequencyByKind = z.strictObject({
  'unauthorized-sender': told('hourly', 'daily'),
  'sender-not-verified': told('hourly', 'daily'),
  'credentials-refused': told('every-time', 'every-time'),
  'account-blocked': told('every-time', 'every-time'),
  'upstream-unreachable': told('hourly', 'hourly'),
  certificate: told('hourly', 'daily'),
  'delivery-failing': told('hourly', 'hourly'),
  'queue-growing': told('hourly', 'hourly'),
  'disk-low': told('hourly', 'hourly'),
  'relay-stopped': told('every-time', 'hourly'),
} satisfies Record<AlertKind, z.ZodType>)

/** Where alerts are mailed: through which SMTP+ user, from which of its authorized addresses, to whom. */
export const alertMail = z.strictObject({ user: z.string(), from: z.string(), to: z.string() })
export type AlertMail = z.infer<typeof alertMail>

/** Everything a person decides about alerts. Every part has a default, so that older settings still load. */
export const alertSettings = z.strictObject({
  frequency: frequencyByKind.default(() => frequencyByKind.parse({})),
  mail: alertMail.nullable().default(null),
  /** raise no alert any more; the refusals stay in the journal */
  ignored: z.array(z.strictObject({ kind: alertKind, about: z.string() })).default([]),
})
export type AlertSettings = z.infer<typeof alertSettings>

export const defaultAlertSettings: AlertSettings = alertSettings.parse({})
