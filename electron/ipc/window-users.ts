import { z } from 'zod'
import { failureNotices, smtpApi, whenUncertain } from '../../relay/config/configuration.ts'
import { mostMessagesPerHour } from '../../relay/domain/user-problems.ts'
import { secretText } from '../../relay/ipc/secret-text.ts'
import { connection } from './window-forms.ts'
import { verificationOfUser } from './window-verification.ts'

/**
 * Where a user's password is; only ever this word about it reaches the page. `changed-outside`: in the keychain, and
 * another program put it there.
 */
export const passwordPlace = z.enum(['keychain', 'changed-outside', 'until-quit', 'missing', 'not-needed'])

export const keychainState = z.enum(['available', 'absent', 'locked', 'denied', 'not-answering'])
export type KeychainState = z.infer<typeof keychainState>

/** What a person sets of a user beside its connection, its lists and its password. */
const wishes = {
  status: z.enum(['active', 'inactive']),
  /** 1 is highest, 5 lowest */
  priority: z.int().min(1).max(5),
  note: z.string().max(500),
  unauthorizedSenders: z.enum(['block', 'alert']),
  /** the speed bought; null: as fast as the server takes it */
  messagesPerHour: z.int().positive().max(mostMessagesPerHour).nullable(),
  whenUncertain,
  failureNotices,
  /** for messages that bring no X-SMTPAPI of their own; null: none is put in */
  smtpApi: smtpApi.nullable(),
} as const

const changeOfUser = connection.extend(wishes).partial()

export const userView = connection.extend({
  ...wishes,
  id: z.string(),
  /** the built-in practice user has no editable server */
  practice: z.boolean(),
  authorizedDomains: z.string(),
  authorizedSenders: z.string(),
  ...verificationOfUser,
  password: passwordPlace,
})

/** Why a text can't be a password. */
export const passwordFormProblem = z.enum(['line-break', 'too-long'])
export type PasswordFormProblem = z.infer<typeof passwordFormProblem>

/** What became of a password that was to be kept. */
export const passwordKept = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), place: passwordPlace }),
  z.strictObject({
    ok: z.literal(false),
    /** the keychain's state, or what is wrong with user or password; of the former `keep: "until-quit"` is a way out */
    reason: z.enum([
      ...keychainState.exclude(['available']).options,
      'no-such-user',
      ...passwordFormProblem.options,
    ]),
  }),
])

/** What becomes of a removed user's waiting mail; kept mail is on hold until its user is here again. */
const mailOfRemoved = z.discriminatedUnion('become', [
  z.strictObject({ become: z.literal('kept') }),
  z.strictObject({ become: z.literal('moved'), user: z.string() }),
  z.strictObject({ become: z.literal('deleted') }),
])

const signInsOfRemoved = z.discriminatedUnion('become', [
  z.strictObject({ become: z.literal('moved'), user: z.string() }),
  z.strictObject({ become: z.literal('removed') }),
])

/** The calls about SMTP+ users and their passwords, as part of the window's contract; `saved`: its answer to what is saved. */
export function userRequests<Saved extends z.ZodType>(saved: Saved) {
  return {
    addUser: {
      input: connection.extend({
        ...changeOfUser.omit({ server: true, port: true, encryption: true, username: true }).shape,
        id: z.string().max(100),
        /** takes over this user's lists as they are, verified states included */
        like: z.string().optional(),
      }),
      output: saved,
    },
    /** What is left out stays as it is. */
    updateUser: { input: changeOfUser.extend({ id: z.string() }), output: saved },
    /** Refused while mail waits or programs sign in for it and nothing is said about them. */
    removeUser: {
      input: z.strictObject({
        id: z.string(),
        mail: mailOfRemoved.optional(),
        signIns: signInsOfRemoved.optional(),
      }),
      output: saved,
    },
    setPassword: {
      input: z.strictObject({
        id: z.string(),
        password: secretText,
        keep: z.enum(['keychain', 'until-quit']),
      }),
      output: passwordKept,
    },
    checkKeychain: { input: z.null(), output: keychainState },
  } as const
}
