import type { Socket } from 'node:net'
import type { SmtpReply } from './probe-judgement.ts'

/** What came in place of a reply. `foreign`: something that isn't SMTP, as far as it was read. */
export type Heard =
  | { readonly kind: 'reply'; readonly reply: SmtpReply }
  | { readonly kind: 'foreign'; readonly seen: string }
  | { readonly kind: 'closed'; readonly code: string }
  | { readonly kind: 'timeout' }

export type ProbeDialogue = {
  /** The next reply; `waitMs`: give up waiting for this one earlier than at the check's end. */
  hear(waitMs?: number): Promise<Heard>
  /** Writes a command line and hears its reply. */
  say(command: string): Promise<Heard>
  write(line: string): void
  /** Whether the server has sent more than it was asked for. */
  hasUnread(): boolean
  /** Stops listening, and hands the socket on (to TLS). */
  release(): Socket
}

const longestLine = 4096
const longestReply = 64 * 1024
const shownText = 400

/**
 * Speaks SMTP over a socket, one command at a time, and trusts nothing it hears: replies have at most 64 KB, lines at
 * most 4 KB (RFC 5321 4.5.3.1.5 allows 512), and what isn't a reply is shown as `foreign`. `over` ends all waiting.
 */
export function openProbeDialogue(socket: Socket, over: AbortSignal): ProbeDialogue {
  let unread = ''
  let closed: string | null = null
  let waiting: (() => void) | null = null
  const wake = (): void => waiting?.()
  const take = (bytes: Buffer): void => {
    // Beyond the limit a reply is foreign anyway: more of it needn't be kept.
    if (unread.length <= longestReply) unread += bytes.toString('latin1')
    wake()
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

  const hear = async (waitMs?: number): Promise<Heard> => {
    const limit = waitMs === undefined ? over : AbortSignal.any([over, AbortSignal.timeout(waitMs)])
    for (;;) {
      const read = readReply(unread)
      if (read) {
        unread = read.rest
        return read.heard
      }
      if (closed !== null) return unread === '' ? { kind: 'closed', code: closed } : foreign(unread)
      if (limit.aborted) {
        // The beginning of a reply that never ends is a server that is too slow (a tarpit), not something else.
        const isReply = /^(?:[2-5]\d{0,2}|[2-5]\d\d[ -].*)?$/s.test(unread.split('\n').at(-1) ?? '')
        return isReply || waitMs !== undefined ? { kind: 'timeout' } : foreign(unread)
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
    say(command) {
      write(command)
      return hear()
    },
    hasUnread: () => unread !== '',
    release() {
      socket.off('data', take).off('error', fail).off('end', end).off('close', end)
      return socket
    },
  }
}

/** One reply at the start of what was received, or null while it isn't all there (RFC 5321 4.2). */
function readReply(received: string): { heard: Heard; rest: string } | null {
  const lines: string[] = []
  let at = 0
  let code = ''
  for (;;) {
    const end = received.indexOf('\n', at)
    if (end === -1) {
      const tooLong = received.length - at > longestLine || received.length > longestReply
      return tooLong ? { heard: foreign(received), rest: '' } : null
    }
    const line = received.slice(at, received[end - 1] === '\r' ? end - 1 : end)
    const parsed = /^([2-5]\d\d)(?:([ -])(.*))?$/s.exec(line)
    if (!parsed || (code !== '' && parsed[1] !== code)) return { heard: foreign(received), rest: '' }
    code = parsed[1] ?? ''
    lines.push(decoded(parsed[3] ?? ''))
    at = end + 1
    if (parsed[2] === '-') continue
    const text = `${code} ${lines.join(' ')}`.trim().slice(0, shownText)
    return { heard: { kind: 'reply', reply: { code: Number(code), lines, text } }, rest: received.slice(at) }
  }
}

function foreign(received: string): Heard {
  return { kind: 'foreign', seen: decoded(received).slice(0, shownText) }
}

function decoded(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8')
}
