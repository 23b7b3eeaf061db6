import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { type SecureContextOptions, TLSSocket } from 'node:tls'

/**
 * What the server does at a step: the words it answers with (`\n` between the lines), `drop` to cut the line, `hang` to
 * say nothing. `raw:` and the very bytes; `slow:` and words that go out byte by byte; `flood:` and what is said without
 * end; `bye:` and words with the end of the connection behind them.
 */
export type Move = string

export type Behaviour = {
  readonly greeting?: Move
  /** abilities named after EHLO; STARTTLS and AUTH are added where they belong unless `bare` */
  readonly abilities?: readonly string[]
  readonly bare?: boolean
  /** in place of the answers to the first EHLO, and to the one over TLS */
  readonly ehlo?: Move
  readonly secureEhlo?: Move
  readonly starttls?: Move
  /** after STARTTLS was agreed on: nothing is said, or this in clear text */
  readonly handshake?: Move
  readonly auth?: Move
  readonly mail?: Move
  readonly rcpt?: Move | ((address: string) => Move)
  readonly data?: Move
  /** after this many bytes of a message */
  readonly dropInMessageAfterBytes?: number
  /** after this many bytes of a message nothing more is read, or this is said already */
  readonly stallInMessageAfterBytes?: number
  readonly sayInMessage?: Move
  /** the answer to a whole message */
  readonly message?: Move
}

export type ReceivedMessage = {
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Buffer
}

export type StagedUpstream = {
  readonly port: number
  /** every line of the clients, without the messages */
  readonly commands: readonly string[]
  readonly messages: readonly ReceivedMessage[]
  /** how many connections were made so far */
  connections(): number
  behave(behaviour: Behaviour): void
  stop(): Promise<void>
}

type Session = { secure: boolean; from: string; to: string[] }

/** A raw SMTP server that says what it is told to say at each step of a session, over STARTTLS when it has a key. */
export async function startStagedUpstream(
  initial: Behaviour = {},
  tls?: SecureContextOptions,
  address = '127.0.0.1',
): Promise<StagedUpstream> {
  let behaviour = initial
  const commands: string[] = []
  const messages: ReceivedMessage[] = []
  const sockets = new Set<Socket>()
  const silent = new WeakSet<Socket>()
  let connections = 0

  const move = (socket: Socket, told: Move | undefined, usual: string): boolean => {
    // Who hangs or has said goodbye says nothing any more, whatever comes.
    if (silent.has(socket)) return false
    const words = told ?? usual
    if (/^(?:hang$|bye:)/.test(words)) silent.add(socket)
    const [, way, rest = ''] = /^(raw|slow|flood|bye):(.*)$/s.exec(words) ?? []
    const said = `${(way === undefined ? words : rest).replaceAll('\n', '\r\n')}\r\n`
    if (words === 'drop') socket.destroy()
    else if (way === 'raw') socket.write(rest, 'latin1')
    else if (way === 'slow') sayByteByByte(socket, said)
    else if (way === 'flood') sayWithoutEnd(socket, rest)
    else if (way === 'bye') socket.end(said)
    else if (words !== 'hang') socket.write(said)
    return told === undefined || /^(?:slow:|raw:)?[23]/.test(words)
  }

  const abilities = (secure: boolean): string => {
    const own = behaviour.abilities ?? ['PIPELINING', '8BITMIME', 'ENHANCEDSTATUSCODES']
    const usual = [...(tls && !secure ? ['STARTTLS'] : []), ...(tls && !secure ? [] : ['AUTH PLAIN LOGIN'])]
    const lines = ['upstream.test', ...own, ...(behaviour.bare ? [] : usual)]
    return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\n')
  }

  const serve = (socket: Socket, session: Session): void => {
    let pending = Buffer.alloc(0)
    let inMessage = false
    const take = (bytes: Buffer): void => {
      pending = Buffer.concat([pending, bytes])
      while (!socket.destroyed) {
        if (inMessage && pending.length >= (behaviour.dropInMessageAfterBytes ?? Number.POSITIVE_INFINITY)) {
          socket.destroy()
          return
        }
        if (inMessage && pending.length >= (behaviour.stallInMessageAfterBytes ?? Number.POSITIVE_INFINITY)) {
          socket.pause()
          return
        }
        if (inMessage && behaviour.sayInMessage !== undefined) move(socket, behaviour.sayInMessage, '')
        const ending = inMessage ? '\r\n.\r\n' : '\r\n'
        const end = pending.indexOf(ending)
        if (end < 0) return
        const part = inMessage ? pending.subarray(2, end + 2) : pending.subarray(0, end)
        pending = pending.subarray(end + ending.length)
        if (inMessage) {
          inMessage = false
          messages.push({ from: session.from, to: session.to, bytes: unstuffed(part) })
          move(socket, behaviour.message, '250 2.0.0 queued as STAGED')
        } else if (answer(part.toString('utf8'))) {
          inMessage = true
          // As if a line had just ended: a lone dot is an empty message.
          pending = Buffer.concat([Buffer.from('\r\n'), pending])
        }
      }
    }
    /** True when a message follows. */
    const answer = (line: string): boolean => {
      commands.push(line)
      const verb = (line.split(' ')[0] ?? '').toUpperCase()
      const address = /<(.*)>/.exec(line)?.[1] ?? ''
      switch (verb) {
        case 'EHLO':
          move(socket, session.secure ? behaviour.secureEhlo : behaviour.ehlo, abilities(session.secure))
          return false
        case 'STARTTLS':
          if (move(socket, behaviour.starttls, tls ? '220 go ahead' : '502 5.5.1 no') && tls) secure()
          return false
        case 'AUTH':
          move(socket, behaviour.auth, '235 2.7.0 welcome')
          return false
        case 'MAIL':
          session.from = address
          session.to = []
          move(socket, behaviour.mail, '250 2.1.0 ok')
          return false
        case 'RCPT': {
          const told = typeof behaviour.rcpt === 'function' ? behaviour.rcpt(address) : behaviour.rcpt
          if (move(socket, told, '250 2.1.5 ok')) session.to.push(address)
          return false
        }
        case 'DATA':
          if (session.to.length === 0 && behaviour.data === undefined) {
            move(socket, '554 5.5.1 no valid recipients', '')
            return false
          }
          return move(socket, behaviour.data, '354 go on')
        case 'QUIT':
          socket.end('221 2.0.0 bye\r\n')
          return false
        default:
          move(socket, undefined, '250 2.0.0 ok')
          return false
      }
    }
    const secure = (): void => {
      socket.off('data', take)
      if (behaviour.handshake !== undefined) {
        move(socket, behaviour.handshake, '')
        return
      }
      const safe = new TLSSocket(socket, { isServer: true, ...tls })
      safe.on('error', () => safe.destroy())
      serve(safe, { secure: true, from: '', to: [] })
    }
    socket.on('data', take)
  }

  const server = createServer({ noDelay: true }, (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    move(socket, behaviour.greeting, '220 upstream.test ESMTP')
    serve(socket, { secure: false, from: '', to: [] })
  })
  server.listen(0, address)
  await once(server, 'listening')
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error(`no port on ${address}`)
  return {
    port: place.port,
    commands,
    messages,
    connections: () => connections,
    behave(next) {
      behaviour = next
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** One byte at a time, each in a turn of its own. */
function sayByteByByte(socket: Socket, text: string): void {
  if (text === '' || socket.destroyed) return
  socket.write(text.slice(0, 1))
  setTimeout(() => sayByteByByte(socket, text.slice(1)), 1)
}

function sayWithoutEnd(socket: Socket, text: string): void {
  while (!socket.destroyed && socket.write(text.repeat(1000))) continue
  if (!socket.destroyed) socket.once('drain', () => sayWithoutEnd(socket, text))
}

function unstuffed(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(/(^|\r\n)\.\./g, '$1.'), 'latin1')
}
