import net from 'node:net'
import tls from 'node:tls'

/** A whole reply (RFC 5321 4.2): every line, and the last line's text without its code. */
export type SmtpReply = {
  readonly code: number
  readonly lines: readonly string[]
  /** the last line as it came, without its line end */
  readonly line: string
}

/**
 * A raw SMTP client: sends exactly the bytes it is told to, in the pieces it is told to, and shows every reply.
 * For what a mail program would never do.
 */
export type SmtpDialogue = {
  readonly greeting: SmtpReply
  /** Bytes as they are (a string as Latin-1, so that every byte can be written); resolves when they are handed over. */
  write(bytes: string | Uint8Array): Promise<void>
  /** One command line with its CRLF, as UTF-8; resolves with the reply. */
  send(command: string): Promise<SmtpReply>
  /** The next reply; rejects when the connection ends first or nothing comes for 10 s. */
  next(): Promise<SmtpReply>
  /** EHLO, MAIL, RCPT and DATA up to and including 354. */
  envelope(mailFrom: string, recipients: readonly string[]): Promise<void>
  /** Dot-stuffs and sends a message with its final dot; resolves with the answer. */
  message(bytes: string | Uint8Array): Promise<SmtpReply>
  starttls(options?: tls.ConnectionOptions): Promise<tls.TLSSocket>
  /** the handshake alone, after the server's 220 */
  upgrade(options?: tls.ConnectionOptions): Promise<tls.TLSSocket>
  signIn(name: string, password: string): Promise<SmtpReply>
  /** resolves when the server has ended the connection */
  readonly ended: Promise<void>
  close(): void
  readonly socket: () => net.Socket
}

const patienceMs = 10_000

/** Connects and reads the greeting. */
export async function openDialogue(port: number, host = '127.0.0.1'): Promise<SmtpDialogue> {
  let socket: net.Socket = net.connect({ port, host })
  const reader = createReplyReader()
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const attach = (to: net.Socket): void => {
    to.on('data', (chunk: Buffer) => reader.push(chunk))
    to.on('error', () => {})
    to.once('close', () => reader.end())
  }
  attach(socket)

  const write = (bytes: string | Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, () => resolve())
    })
  const send = async (command: string): Promise<SmtpReply> => {
    await write(Buffer.from(`${command}\r\n`))
    return reader.next()
  }
  const expect = async (code: number, command: string): Promise<void> => {
    const reply = await send(command)
    if (reply.code !== code) throw new Error(`${command} was answered with ${reply.line}`)
  }

  const dialogue: SmtpDialogue = {
    greeting: await reader.next(),
    write,
    send,
    next: () => reader.next(),
    async envelope(mailFrom, recipients) {
      await expect(250, `MAIL FROM:<${mailFrom}>`)
      for (const recipient of recipients) await expect(250, `RCPT TO:<${recipient}>`)
      await expect(354, 'DATA')
    },
    async message(bytes) {
      const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1')
      const stuffed = text.replaceAll(/(^|\n)\./g, '$1..')
      await write(`${stuffed}${stuffed.endsWith('\r\n') ? '' : '\r\n'}.\r\n`)
      return reader.next()
    },
    async starttls(options) {
      await expect(220, 'STARTTLS')
      return dialogue.upgrade(options)
    },
    async upgrade(options = { rejectUnauthorized: false }) {
      const plain = socket
      plain.removeAllListeners('data')
      const secured = tls.connect({ socket: plain, host, ...options })
      socket = secured
      attach(secured)
      await new Promise<void>((resolve, reject) => {
        secured.once('secureConnect', () => resolve())
        secured.once('error', reject)
      })
      return secured
    },
    signIn: (name, password) =>
      send(`AUTH PLAIN ${Buffer.from(`\0${name}\0${password}`).toString('base64')}`),
    ended,
    close: () => socket.destroy(),
    socket: () => socket,
  }
  return dialogue
}

type ReplyReader = { push(chunk: Buffer): void; end(): void; next(): Promise<SmtpReply> }

function createReplyReader(): ReplyReader {
  const ready: SmtpReply[] = []
  const waiting: { resolve: (reply: SmtpReply) => void; reject: (fault: Error) => void }[] = []
  let text = ''
  let lines: string[] = []
  let over = false

  const take = (line: string): void => {
    lines.push(line)
    if (line.charAt(3) === '-') return
    const reply = { code: Number(line.slice(0, 3)), lines, line }
    lines = []
    const waiter = waiting.shift()
    if (waiter) waiter.resolve(reply)
    else ready.push(reply)
  }
  return {
    push(chunk) {
      text += chunk.toString('latin1')
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        take(text.slice(0, end))
        text = text.slice(end + 2)
      }
    },
    end() {
      over = true
      for (const waiter of waiting.splice(0)) waiter.reject(new Error('the server ended the connection'))
    },
    next() {
      const reply = ready.shift()
      if (reply) return Promise.resolve(reply)
      if (over) return Promise.reject(new Error('the server ended the connection'))
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no reply came')), patienceMs)
        waiting.push({
          resolve(answer) {
            clearTimeout(timer)
            resolve(answer)
          },
          reject(fault) {
            clearTimeout(timer)
            reject(fault)
          },
        })
      })
    },
  }
}
