import { z } from 'zod'
import { foundServer } from '../../relay/config/readers/found-server.ts'
import { passwordKept } from './window-users.ts'

/** An outgoing server another program has. `complete`: its password is in that file too, and stays in main. */
export const foundView = foundServer.extend({ id: z.string(), file: z.string(), complete: z.boolean() })
export type FoundView = z.infer<typeof foundView>

const foundServers = z.array(foundView)

/** The calls about taking over what other programs know. */
export const takeOverRequests = {
  /** At the usual places of this computer. */
  findOutgoing: { input: z.null(), output: foundServers },
  /** In a file that a person chooses; null: the dialog was closed. */
  readOutgoingFile: { input: z.null(), output: foundServers.nullable() },
  /** Keeps the password that was found with a server as this user's. */
  takeOverPassword: {
    input: z.strictObject({ found: z.string(), id: z.string(), keep: z.enum(['keychain', 'until-quit']) }),
    output: passwordKept,
  },
} as const
