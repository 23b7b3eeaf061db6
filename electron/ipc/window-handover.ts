import { z } from 'zod'
import { incomingServer } from '../hand-over/incoming-server.ts'

export const handOverFormats = [
  'msmtp',
  'postfix',
  'exim',
  'wordpress',
  'environment',
  'apple-profile',
  'autoconfig',
] as const
export type HandOverFormat = (typeof handOverFormats)[number]

/** The values of a guide, as they are shown: a file says nothing that the page doesn't. */
const outgoing = z.strictObject({
  /** `relay`: the relay's own certificate is the one to trust */
  variant: z.enum(['relay', 'direct']),
  server: z.string().max(300),
  port: z.int(),
  username: z.string().max(300),
  from: z.string().max(300),
})
export type HandOverServer = z.infer<typeof outgoing>

/**
 * `malformed`, `not-writable`: the value in `field` · `incoming-missing`: this format needs the mailbox's server ·
 * `password-gone`: it was made too long ago, or never here · `not-written`: the disk; `detail`: the system's words ·
 * the rest: of a Thunderbird profile.
 */
export const handOverRefusal = z.strictObject({
  outcome: z.literal('refused'),
  reason: z.enum([
    'malformed',
    'not-writable',
    'incoming-missing',
    'password-gone',
    'not-written',
    'profile-gone',
    'in-use',
    'prefs-unreadable',
    'not-ours',
  ]),
  field: z.string().optional(),
  detail: z.string().optional(),
})
export type HandOverRefusal = z.infer<typeof handOverRefusal>

const written = z.strictObject({ outcome: z.literal('written'), files: z.array(z.string()) })
const changed = z.discriminatedUnion('outcome', [written, handOverRefusal])
const saved = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('cancelled') }),
  written,
  handOverRefusal,
])

const thunderbirdProfile = z.strictObject({
  /** its folder, which is what it is called by here */
  folder: z.string(),
  /** Thunderbird is running with it: it would write its own copy over ours */
  inUse: z.boolean(),
  /** the key of a server that we put in, to be taken out again; null: none */
  added: z.string().nullable(),
})

/** The calls that put values into files instead of having them typed. */
export const handOverRequests = {
  /**
   * Writes files for one program where a person chooses, readable for this account alone. `complete`: with the one of
   * the sign-in made just now; it goes from main into the file and never through the page.
   */
  saveProgramFile: {
    input: z.strictObject({
      format: z.enum(handOverFormats),
      server: outgoing,
      complete: z.boolean(),
      incoming: incomingServer.nullable(),
    }),
    output: saved,
  },
  findThunderbirdProfiles: { input: z.null(), output: z.array(thunderbirdProfile) },
  /** Adds an outgoing server to a closed profile; `files`: prefs.js, and its copy from before. */
  addToThunderbird: { input: z.strictObject({ folder: z.string(), server: outgoing }), output: changed },
  removeFromThunderbird: { input: z.strictObject({ folder: z.string() }), output: changed },
} as const
