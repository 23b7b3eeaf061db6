import type { Socket } from 'node:net'
import { createReplyReader, type Reply } from './upstream-replies.ts'

export type Dialogue = {
  /** Sends bytes, several buffers in one go. Resolves when there is room for more, or when the line is dead. */
  write(...parts: readonly (string | Uint8Array)[]): void | Promise<void>
  /**
   * The answers to so many commands that were sent, in order; fewer when the line died before they were in, or when
   * the server closed the session with a 421 (RFC 5321 3.8), which is then the last of them.
   */
  replies(count: number): Promise<readonly Reply[]>
  /** An answer that came although nothing was asked; null: none. It ends the session. */
  uncalled(): Reply | null
  /** Whether every byte was given to the operating system; what was not can't have arrived. */
  allSent(): boolean
  /** why the line is dead, in words that follow "The connection was lost"; null while it is alive */
  lost(): string | null
  /** Cuts the line; `why` is kept when it is the first reason. */
  lose(why: string): void
  /** Says QUIT and closes. */
  leave(): void
}

type Waiting = { readonly count: number; readonly got: Reply[]; resolve(got: readonly Reply[]): void }

const farewellMs = 1000

/**
 * Commands and answers over a connection that is set up. Every answer belongs to a command: one that nobody waits
 * for ends the session, since what follows can no longer be told apart. `answerMs` is for a whole answer, however
 * slowly it trickles, and for room in a buffer that nobody empties.
 */
export function createDialogue(socket: Socket, answerMs: number, cut: AbortSignal): Dialogue {
  let why: string | null = null
  let waiting: Waiting | null = null
  let early: Reply | null = null
  let roomFor: (() => void) | null = null
  let waitingSinceMs = 0
  let timer: NodeJS.Timeout | null = null
  let unsent = 0

  const lose = (reason: string): void => {
    if (why !== null) return
    why = reason
    end()
    socket.destroy()
  }
  const end = (): void => {
    if (timer) clearTimeout(timer)
    cut.removeEventListener('abort', onCut)
    const last = waiting
    waiting = null
    last?.resolve(last.got)
    roomFor?.()
    roomFor = null
  }
  const onCut = (): void => {
    // What is on its way at this moment may arrive: better sent twice than never.
    unsent = 0
    lose('cut by the relay')
  }
  const written = (fault?: Error | null): void => {
    if (!fault && unsent > 0) unsent -= 1
  }

  // One timer for the life of a session: it looks how long somebody has been waiting, and goes on sleeping.
  const watch = (): void => {
    waitingSinceMs = performance.now()
    timer ??= setTimeout(look, answerMs)
  }
  const look = (): void => {
    timer = null
    if (waiting === null && roomFor === null) return
    const leftMs = answerMs - (performance.now() - waitingSinceMs)
    if (leftMs > 0) timer = setTimeout(look, Math.ceil(leftMs))
    else lose('no answer in time')
  }

  const onReply = (reply: Reply): void => {
    if (why !== null) return
    if (waiting === null) {
      early ??= reply
      lose(`answered without being asked: ${reply.text}`)
      return
    }
    waiting.got.push(reply)
    waitingSinceMs = performance.now()
    if (reply.code === 421) return lose(`closed by the server, which said: ${reply.text}`)
    if (waiting.got.length < waiting.count) return
    const { resolve, got } = waiting
    waiting = null
    resolve(got)
  }
  const read = createReplyReader(onReply)

  socket.on('data', (bytes: Buffer) => {
    if (why !== null) return
    const fault = read(bytes)
    if (fault === 'garbage') lose('its answer was not SMTP')
    if (fault === 'too-long') lose('its answer was too long')
  })
  socket.on('drain', () => {
    // Others get their turn between two pieces of a long message, however fast the line is.
    if (roomFor) setImmediate(roomFor)
    roomFor = null
  })
  for (const event of ['error', 'end', 'close'] as const) {
    socket.on(event, () => lose('closed by the server or the network'))
  }
  cut.addEventListener('abort', onCut, { once: true })
  if (cut.aborted) onCut()
  if (socket.destroyed || socket.readableEnded) lose('closed by the server or the network')

  return {
    write(...parts) {
      if (why !== null) return
      let hasRoom = true
      if (parts.length > 1) socket.cork()
      for (const part of parts) {
        unsent += 1
        hasRoom = socket.write(part, written)
      }
      if (parts.length > 1) socket.uncork()
      if (socket.writableLength === 0) unsent = 0
      if (hasRoom || !socket.writableNeedDrain) return
      watch()
      return new Promise((resolve) => {
        roomFor = resolve
      })
    },
    replies(count) {
      if (why !== null || count === 0) return Promise.resolve([])
      watch()
      return new Promise((resolve) => {
        waiting = { count, got: [], resolve }
      })
    },
    uncalled: () => early,
    allSent: () => unsent === 0,
    lost: () => why,
    lose,
    leave() {
      if (why !== null) return
      why = 'left'
      end()
      socket.end('QUIT\r\n')
      setTimeout(() => socket.destroy(), farewellMs).unref()
    },
  }
}
