import { z } from 'zod'
import { defineContract } from '../ipc/contract.ts'
import { secretText } from '../ipc/secret-text.ts'

const problem = z.strictObject({
  reason: z.enum([
    'keychain-absent',
    'keychain-locked',
    'keychain-denied',
    'keychain-not-answering',
    'item-missing',
  ]),
})
const refused = z.strictObject({ ok: z.literal(false), problem })
const nothing = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.null() }),
  refused,
])
const account = z.string().regex(/^[0-9a-f]{32}$/)

/** What the keyring process answers. Spoken between two processes of ours only; no page comes near it. */
export const keyringContract = defineContract({
  name: 'keyring',
  requests: {
    ping: { input: z.null(), output: nothing },
    read: {
      input: z.strictObject({ account }),
      output: z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), value: secretText }),
        refused,
      ]),
    },
    /** Of each item, in this order; null: there is none. A password itself crosses only when it is needed. */
    fingerprints: {
      input: z.strictObject({ accounts: z.array(account), key: z.string() }),
      output: z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), value: z.array(z.string().nullable()) }),
        refused,
      ]),
    },
    write: { input: z.strictObject({ account, text: secretText }), output: nothing },
    remove: { input: z.strictObject({ account }), output: nothing },
  },
  events: {},
})
