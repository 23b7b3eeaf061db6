import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { z } from 'zod'
import { waitUntil } from '../wait-until.ts'

const reply = z.tuple([z.literal(1), z.number(), z.unknown(), z.unknown()])
const value = z.object({ value: z.unknown() })
const found = z.record(z.string(), z.string())

// What Thunderbird shows lies in shadow roots of shadow roots, where a selector of the document finds nothing.
const seek = `const seek = (root) => {
  for (const one of root.querySelectorAll('*')) {
    if (one.matches(arguments[0]) && one.getBoundingClientRect().height > 0) return one
    const inside = one.shadowRoot && seek(one.shadowRoot)
    if (inside) return inside
  }
  return null
}
const found = seek(document)
`

/** The window of a program of Mozilla's, read and typed into over its own remote control (--marionette). */
export type Marionette = {
  /** the text of the first visible element, or null */
  textOf(selector: string): Promise<string | null>
  /** real key presses, into an element that is waited for */
  type(selector: string, text: string): Promise<void>
  quit(): Promise<void>
}

/** Waits for the program to listen on the port. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = await waitUntil('the remote control', () => connected(port), 60_000)
  const replies: unknown[] = []
  let bytes = Buffer.alloc(0)
  socket.on('data', (more) => {
    bytes = Buffer.concat([bytes, more])
    // Each packet is its length in digits, a colon, and so many bytes of JSON.
    for (;;) {
      const colon = bytes.indexOf(':')
      const end = colon + 1 + Number(bytes.subarray(0, Math.max(colon, 0)).toString())
      if (colon < 0 || bytes.length < end) return
      replies.push(JSON.parse(bytes.subarray(colon + 1, end).toString()))
      bytes = bytes.subarray(end)
    }
  })
  await waitUntil('its greeting', () => replies.shift())
  let count = 0
  async function ask(name: string, parameters: object): Promise<unknown> {
    count += 1
    const text = JSON.stringify([0, count, name, parameters])
    socket.write(`${Buffer.byteLength(text)}:${text}`)
    const [, , fault, result] = reply.parse(
      await waitUntil(`an answer to ${name}`, () => replies.shift(), 30_000),
    )
    if (fault !== null) throw new Error(`${name}: ${JSON.stringify(fault)}`)
    return result
  }
  const run = async (script: string, selector: string): Promise<unknown> =>
    value.parse(await ask('WebDriver:ExecuteScript', { script: seek + script, args: [selector] })).value
  await ask('WebDriver:NewSession', {})
  await ask('Marionette:SetContext', { value: 'chrome' })
  return {
    textOf: async (selector) =>
      z
        .string()
        .nullable()
        .parse(await run('return found?.textContent', selector)),
    async type(selector, text) {
      const element = await waitUntil(`an element ${selector}`, () => run('return found', selector))
      const [id] = Object.values(found.parse(element))
      await ask('WebDriver:ElementSendKeys', { id, text })
    },
    async quit() {
      await ask('Marionette:Quit', { flags: ['eForceQuit'] })
      socket.destroy()
    },
  }
}

async function connected(port: number): Promise<Socket | null> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return socket
  } catch {
    return null
  }
}
