import { z } from 'zod'
import type { PortLike } from './relay-port.ts'

/** Raised when an older main could no longer talk to a newer relay, or the other way round. */
const protocolVersion = 1

const hello = z.strictObject({ type: z.literal('hello'), protocol: z.int(), pid: z.int() })
const welcome = z.strictObject({ type: z.literal('welcome'), protocol: z.literal(protocolVersion) })

/**
 * The relay's half: says that its code is loaded and waits to be welcomed; only then is anything asked of it.
 * Messages sent before a process listens would be lost, so neither side speaks unasked.
 */
export function greet(port: PortLike): Promise<void> {
  return new Promise((resolve) => {
    port.onMessage((message) => {
      if (welcome.safeParse(message).success) resolve()
    })
    port.post({ type: 'hello', protocol: protocolVersion, pid: process.pid })
  })
}

/** Main's half: resolves with the relay's process id once it has said hello and was welcomed. */
export function awaitHello(port: PortLike): Promise<number> {
  return new Promise((resolve, reject) => {
    port.onMessage((message) => {
      const said = hello.safeParse(message)
      if (!said.success) return
      if (said.data.protocol !== protocolVersion) {
        reject(new Error(`the relay speaks protocol ${said.data.protocol}, not ${protocolVersion}`))
        return
      }
      port.post({ type: 'welcome', protocol: protocolVersion })
      resolve(said.data.pid)
    })
  })
}
