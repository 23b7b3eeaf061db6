import { z } from 'zod'

/** What the sink's thread is given; `count`: one Int32, the messages taken. */
export const sinkData = z.object({
  key: z.string(),
  cert: z.string(),
  username: z.string(),
  password: z.string(),
  count: z.instanceof(SharedArrayBuffer),
})
export type SinkData = z.infer<typeof sinkData>

/** What the sink's thread says once it listens. */
export const sinkReady = z.object({ port: z.number() })
export type SinkReady = z.infer<typeof sinkReady>

/** What the sender's thread is given; it says `sent` when every message was acknowledged. */
export const senderData = z.object({
  port: z.number(),
  ca: z.string(),
  username: z.string(),
  password: z.string(),
  senders: z.number(),
  keepsConnections: z.boolean(),
  messages: z.number(),
})
export type SenderData = z.infer<typeof senderData>
