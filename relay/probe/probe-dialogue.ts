import type { Socket } from 'node:net'
import { timeLimit } from '../time-limit.ts'
import { createProbeReader, type Whole } from './probe-reader.ts'

/** What came in place of a reply. `foreign`: something that isn't SMTP, as far as it was read. */
export type Heard = Whole | { readonly kind: 'closed'; readonly code: string } | { readonly kind: 'timeout' }

export type ProbeDialogue = {
  /** The next reply; `waitMs`: give up waiting for this one earlier than at the check's end. */
  hear(waitMs?: number): Promise<Heard>
  /** Writes a command line and hears its reply. */
  say(command: string, waitMs?: number): Promise<Heard>
  write(line: string): void
  /** Whether the server has sent more than it was asked for. */
  hasUnread(): boolean
  /** Stops listening, and hands the socket on (to TLS). */
  release(): Socket
}

/**
 * Speaks SMTP over a socket, one command at a time, and trusts nothing it hears: what isn't a reply is shown as
 * `foreign`, and a server that says more than anybody asked for isn't listened to any longer. `over` ends all waiting.
 */
export function openProbeDialogue(socket: Socket, over: AbortSignal): ProbeDialogue {
  const reader = createProbeReader()
  let closed: string | null = null
  let waiting: (() => void) | null = null
  const wake = (): void => waiting?.()
  const take = (bytes: Buffer): void => {
    reader.take(bytes)
    wake()
    if (reader.isFull()) socket.pause()
  }
  const fail = (fault: NodeJS.ErrnoException): void => {
    closed ??= fault.code ?? fault.message
    wake()
  }
  const end = (): void => {
    closed ??= 'closed'
    wake()
  }
  socket.on('data', take).on('error', fail).on('end', end).on('close', end)

  const change = (limit: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const finish = (): void => {
        waiting = null
        limit.removeEventListener('abort', finish)
        resolve()
      }
      waiting = finish
      limit.addEventListener('abort', finish, { once: true })
    })
  const foreign = (): Heard => ({ kind: 'foreign', seen: reader.seen() })

  const hear = async (waitMs?: number): Promise<Heard> => {
    const limit = waitMs === undefined ? over : timeLimit(waitMs, over)
    for (;;) {
      const whole = reader.next()
      if (whole) return whole
      if (closed !== null) return reader.isEmpty() ? { kind: 'closed', code: closed } : foreign()
      if (limit.aborted) {
        // The beginning of a reply that never ends is a server that is too slow (a tarpit), not something else.
        return reader.isReplySoFar() || waitMs !== undefined ? { kind: 'timeout' } : foreign()
      }
      await change(limit)
    }
  }
  const write = (line: string): void => {
    if (!socket.destroyed) socket.write(`${line}\r\n`)
  }
  return {
    hear,
    write,
    say(command, waitMs) {
      write(command)
      return hear(waitMs)
    },
    hasUnread: () => !reader.isEmpty(),
    release() {
      socket.off('data', take).off('error', fail).off('end', end).off('close', end)
      return socket
    },
  }
}
