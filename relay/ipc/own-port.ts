import { z } from 'zod'
import type { PortLike } from './relay-port.ts'

type ParentPort = {
  on(event: 'message', listener: (event: unknown) => void): void
  postMessage(message: unknown): void
}

const electronMessage = z.object({ data: z.unknown() })

/**
 * The port to whoever started this process: Electron's `process.parentPort` in a utility process, Node's IPC
 * channel under `child_process.fork`. Throws when there is neither: the file was run by hand.
 */
export function ownPort(): PortLike {
  const parentPort: ParentPort | undefined = Reflect.get(process, 'parentPort')
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) =>
        parentPort.on('message', (event) => {
          const parsed = electronMessage.safeParse(event)
          if (parsed.success) listener(parsed.data.data)
        }),
    }
  }
  if (!process.send) throw new Error('this program is started by another one, not by hand')
  return {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  }
}
