import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import {
  arrivedWhole,
  between,
  type Chance,
  idOfRecipient,
  isClientsOwn,
  isRefusedForGood,
} from './torture-message.ts'

/**
 * How the server is today. `dropping`: it cuts the line after a whole message, having taken it or not, some words of
 * its answer said or none; `cutting`: at any command; `closing`: it says so first (421).
 */
export type Weather = 'fair' | 'storm' | 'outage' | 'dropping' | 'cutting' | 'closing' | 'slow'

/** One message taken for one recipient: from then on it is the server's. */
export type Taken = {
  readonly address: string
  /** every byte was right */
  readonly whole: boolean
  /** which life of the relay it came from: what a killed one sent may be read when the next one lives */
  readonly life: number
  /** taken, and the answer left the server; otherwise the line was cut first, and the relay can't know */
  readonly answered: boolean
}

export type TortureUpstream = {
  readonly port: number
  readonly taken: readonly Taken[]
  /** notices to the clients that it took */
  readonly notices: readonly Notice[]
  setWeather(weather: Weather): Promise<void>
  /** Counts the lives of the relay: what is taken from now on comes from the next one. */
  nextLife(): void
  stop(): Promise<void>
}

/** A delivery status notice (RFC 3464): to whom, and about which recipients. */
export type Notice = { readonly to: string; readonly about: readonly string[] }

type Session = { readonly life: number; to: string[] }

/** A server for one harness: takes mail for everybody but the refused, in all weathers, and remembers each message it took. */
export async function startTortureUpstream(
  seed: number,
  chance: Chance,
  onWholeMessage: () => void,
): Promise<TortureUpstream> {
  const taken: Taken[] = []
  const notices: Notice[] = []
  const sockets = new Set<Socket>()
  let weather: Weather = 'fair'
  let life = 0

  const say = async (socket: Socket, words: string): Promise<void> => {
    if (weather === 'slow') await pause(between(chance, 5, 60))
    socket.write(`${words}\r\n`)
  }
  const stormy = (): boolean => weather === 'storm' && chance() < 0.15

  const takenFor = (session: Session, bytes: Buffer): { answered: boolean }[] => {
    for (const to of session.to.filter(isClientsOwn)) notices.push({ to, about: failedRecipients(bytes) })
    const entries = session.to
      .filter((address) => !isClientsOwn(address))
      .map((address) => ({
        address,
        whole: arrivedWhole(seed, idOfRecipient(address), bytes),
        life: session.life,
        answered: false,
      }))
    taken.push(...entries)
    return entries
  }
  const takeMessage = async (socket: Socket, session: Session, bytes: Buffer): Promise<void> => {
    onWholeMessage()
    const dropped = weather === 'dropping' && chance() < 0.4
    if (stormy()) return say(socket, '451 4.3.0 Not now')
    // Half of what it drops it has taken.
    const takes = !dropped || chance() < 0.5
    const entries = takes ? takenFor(session, bytes) : []
    if (dropped && chance() < 0.5) socket.write(takes ? '250 2.0' : '45')
    if (dropped) socket.destroySoon()
    else await say(socket, '250 2.0.0 Taken')
    if (dropped || socket.destroyed) return
    for (const entry of entries) entry.answered = true
  }
  /** True when a message follows. */
  const answer = async (socket: Socket, session: Session, line: string): Promise<boolean> => {
    const address = /<(.*)>/.exec(line)?.[1] ?? ''
    if (weather === 'cutting' && chance() < 0.1) {
      socket.destroy()
      return false
    }
    if (weather === 'closing' && chance() < 0.1) {
      socket.end('421 4.3.2 Closing for a moment\r\n')
      return false
    }
    switch ((line.split(' ')[0] ?? '').toUpperCase()) {
      case 'EHLO':
        await say(
          socket,
          `250-upstream.test\r\n${chance() < 0.5 ? '250-PIPELINING\r\n' : ''}250-8BITMIME\r\n250 ENHANCEDSTATUSCODES`,
        )
        return false
      case 'MAIL':
        session.to = []
        await say(socket, stormy() ? '450 4.7.1 Too much mail from you' : '250 2.1.0 Ok')
        return false
      case 'RCPT':
        if (isRefusedForGood(address)) await say(socket, '550 5.1.1 Nobody of that name')
        else if (stormy()) await say(socket, '450 4.2.1 Greylisted')
        else {
          session.to.push(address)
          await say(socket, '250 2.1.5 Ok')
        }
        return false
      case 'DATA':
        await say(socket, session.to.length === 0 ? '554 5.5.1 No valid recipients' : '354 Go on')
        return session.to.length > 0
      case 'QUIT':
        socket.end('221 2.0.0 Bye\r\n')
        return false
      default:
        await say(socket, '250 2.0.0 Ok')
        return false
    }
  }
  const serve = async (socket: Socket): Promise<void> => {
    // Nobody who was killed before the greeting sends a message: this life is the sender's.
    const session: Session = { life, to: [] }
    let pending = Buffer.alloc(0)
    let inMessage = false
    socket.write('220 upstream.test ESMTP\r\n')
    for await (const chunk of socket) {
      pending = Buffer.concat([pending, Buffer.from(chunk)])
      for (;;) {
        const ending = inMessage ? '\r\n.\r\n' : '\r\n'
        const end = pending.indexOf(ending)
        if (end < 0) break
        const part = pending.subarray(0, inMessage ? end + 2 : end)
        pending = pending.subarray(end + ending.length)
        if (inMessage) await takeMessage(socket, session, unstuffed(part))
        inMessage = !inMessage && (await answer(socket, session, part.toString('latin1')))
      }
    }
  }
  const open = async (port: number): Promise<Server> => {
    const server = createServer({ noDelay: true }, (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      // The relay was killed, or the weather cut the line: both are what this is about.
      serve(socket).catch(() => socket.destroy())
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  const shut = async (closing: Server): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    closing.close()
    await once(closing, 'close')
  }

  let server: Server | null = await open(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port on 127.0.0.1')
  const { port } = address
  return {
    port,
    taken,
    notices,
    async setWeather(next) {
      weather = next
      if (next === 'outage' && server) {
        const closing = server
        server = null
        await shut(closing)
      } else if (next !== 'outage') server ??= await open(port)
    },
    nextLife() {
      life += 1
    },
    async stop() {
      if (server) await shut(server)
    },
  }
}

function failedRecipients(notice: Buffer): readonly string[] {
  const fields = notice.toString('latin1').matchAll(/^Final-Recipient: *rfc822; *(\S+)/gim)
  return [...fields].map(([, address]) => address ?? '')
}

function unstuffed(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(/(^|\r\n)\.\./g, '$1.'), 'latin1')
}
