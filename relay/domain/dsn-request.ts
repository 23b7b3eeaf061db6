import { z } from 'zod'

/** When a sender wants to be told about one recipient (RFC 3461 4.1). */
export const dsnNotify = z.enum(['NEVER', 'SUCCESS', 'FAILURE', 'DELAY'])
export type DsnNotify = z.infer<typeof dsnNotify>

/**
 * What a sender asked for about one recipient. `notify` null: nothing said, which means failures and perhaps delays
 * (RFC 3461 4.1). `orcpt`: the recipient as first written, `type;xtext` (RFC 3461 4.2), verbatim.
 */
export const recipientDsn = z.strictObject({
  notify: z.array(dsnNotify).readonly().nullable(),
  orcpt: z.string().nullable(),
})
export type RecipientDsn = z.infer<typeof recipientDsn>

/**
 * The DSN parameters of MAIL and RCPT (RFC 3461 4.3, 4.4). `ret`: how much of the message comes back with a failure;
 * `envid`: the sender's own name for the message, xtext, verbatim. `recipients`: in the order of the message's.
 */
export const dsnRequest = z.strictObject({
  ret: z.enum(['FULL', 'HDRS']).nullable(),
  envid: z.string().nullable(),
  recipients: z.array(recipientDsn).readonly(),
})
export type DsnRequest = z.infer<typeof dsnRequest>

export const nothingAsked: RecipientDsn = { notify: null, orcpt: null }

/** Whether anything was asked for at all: most mail asks for nothing, and nothing is kept of it then. */
export function asksForDsn(request: DsnRequest): boolean {
  return (
    request.ret !== null ||
    request.envid !== null ||
    request.recipients.some(({ notify, orcpt }) => notify !== null || orcpt !== null)
  )
}

/**
 * Reads xtext (RFC 3461 4): printable ASCII without `+` and `=`, or `+` and two hexadecimal digits (small ones too: real programs write them). In an
 * ORCPT of the type `utf-8` characters beyond ASCII may stand as they are (RFC 6533 3).
 */
export function isXtext(text: string, beyondAscii: boolean): boolean {
  const shape = beyondAscii
    ? /^(?:[!-*,-<>-~\u{80}-\u{10ffff}]|\+[0-9A-Fa-f]{2})+$/u
    : /^(?:[!-*,-<>-~]|\+[0-9A-Fa-f]{2})+$/
  return shape.test(text)
}
