import { z } from 'zod'

/** The door to the network: which of this computer's addresses devices call, and whose addresses are served there. */
export const networkDoor = z.strictObject({
  /** addresses of this computer that others can reach, with the name of their network card */
  own: z.array(z.strictObject({ address: z.string(), card: z.string() })),
  /** null: only this computer is served */
  open: z.strictObject({ address: z.string(), devices: z.array(z.string()) }).nullable(),
})
export type NetworkDoor = z.infer<typeof networkDoor>

/** `saved`: window-contract's answer to everything that is saved. */
export const networkRequests = <Saved extends z.ZodType>(saved: Saved) =>
  ({
    networkDoor: { input: z.null(), output: networkDoor },
    /** `devices`: IP addresses or CIDR blocks, one a line or separated by ";" or spaces */
    openNetworkDoor: {
      input: z.strictObject({ address: z.string().max(100), devices: z.string().max(10_000) }),
      output: saved,
    },
    closeNetworkDoor: { input: z.null(), output: saved },
  }) as const
