import { connect as connectSocket, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { waitUntil } from './wait-until.ts'

export type SmtpConversation = {
  /** the greeting's reply */
  readonly greeting: string
  /** Sends a line (CRLF is added) and gives the whole reply, its lines joined by \n. */
  say(line: string): Promise<string>
  /** Sends bytes as they are and gives the reply. */
  sayBytes(bytes: string | Uint8Array): Promise<string>
  /** Sends bytes and waits for nothing. */
  write(bytes: string | Uint8Array): void
  /** STARTTLS and the handshake; whoever answers is believed. */
  startTls(): Promise<void>
  signIn(name: string, password: string): Promise<string>
  isClosed(): boolean
  close(): void
}

/** A client under the test's own hand, byte by byte, for what no mail program would send. */
export async function startConversation(port: number, host = '127.0.0.1'): Promise<SmtpConversation> {
  let socket: Socket = connectSocket(port, host)
  let received = ''
  let closed = false
  const listen = (): void => {
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString('latin1')
    })
    socket.on('close', () => {
      closed = true
    })
    socket.on('error', () => {
      closed = true
    })
  }
  listen()

  const reply = async (): Promise<string> => {
    const whole = await waitUntil(
      () => `a whole reply; received: ${JSON.stringify(received)}`,
      () => {
        const found = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(received)?.[0]
        if (found === undefined && closed) {
          throw new Error(`the connection was closed; received: ${JSON.stringify(received)}`)
        }
        return found
      },
    )
    received = received.slice(whole.length)
    return whole.trimEnd().replaceAll('\r\n', '\n')
  }
  const sayBytes = (bytes: string | Uint8Array): Promise<string> => {
    socket.write(bytes)
    return reply()
  }
  const say = (line: string): Promise<string> => sayBytes(`${line}\r\n`)

  return {
    greeting: await reply(),
    say,
    sayBytes,
    write: (bytes) => {
      socket.write(bytes)
    },
    startTls: async () => {
      const answer = await say('STARTTLS')
      if (!answer.startsWith('220')) {
        throw new Error(`STARTTLS: ${answer}`)
      }
      const plain = socket
      plain.removeAllListeners('data')
      socket = connectTls({ socket: plain, rejectUnauthorized: false })
      await new Promise<void>((resolve, reject) => {
        socket.once('secureConnect', resolve)
        socket.once('error', reject)
      })
      listen()
    },
    signIn: (name, password) => say(`AUTH PLAIN ${Buffer.from(`\0${name}\0${password}`).toString('base64')}`),
    isClosed: () => closed,
    close: () => {
      socket.destroy()
    },
  }
}
