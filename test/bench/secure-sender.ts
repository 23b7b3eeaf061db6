// A thread: what smtp-source does, with STARTTLS and AUTH PLAIN. One command after the other, as simple programs send.
import { connect, type Socket } from 'node:net'
import { connect as connectSecurely, createSecureContext } from 'node:tls'
import { parentPort, workerData } from 'node:worker_threads'
import { mailFrom, messageBytes, recipient } from './peer.ts'
import { senderData } from './secure-thread.ts'

const { port, ca, username, password, senders, keepsConnections, messages } = senderData.parse(workerData)
const token = Buffer.from(`\0${username}\0${password}`).toString('base64')
const line = `${'X'.repeat(78)}\r\n`
const header = `From: <${mailFrom}>\r\nTo: <${recipient}>\r\nDate: Mon, 02 Nov 2026 09:00:00 +0000\r\n`

// After a handshake of TLS 1.3 Postfix sends tickets, and its next answer waits for the ACK of those (Nagle): 40 ms a
// connection that are neither work nor ours to win. Made once, as programs do: reading the certificate for each
// connection would be a part of what is measured.
const secureContext = createSecureContext({ ca, maxVersion: 'TLSv1.2' })

let left = messages
let sent = 0
await Promise.all(Array.from({ length: senders }, sendSome))
// It ends after this, and could not be asked.
const { user, system } = process.threadCpuUsage()
parentPort?.postMessage((user + system) / 1000)

async function sendSome(): Promise<void> {
  while (left > 0) {
    left -= 1
    const session = await openSession()
    await sendOne(session)
    if (keepsConnections) await sendTheRest(session)
    await session.ask('QUIT\r\n', '221')
    session.end()
  }
}

async function sendTheRest(session: Session): Promise<void> {
  while (left > 0) {
    left -= 1
    await sendOne(session)
  }
}

async function sendOne(session: Session): Promise<void> {
  await session.ask(`MAIL FROM:<${mailFrom}>\r\n`, '250')
  await session.ask(`RCPT TO:<${recipient}>\r\n`, '250')
  await session.ask('DATA\r\n', '354')
  sent += 1
  const message = `${header}Message-ID: <${sent}.${performance.timeOrigin}@firm.example>\r\n\r\n`
  await session.ask(`${message}${line.repeat(messageBytes / line.length)}.\r\n`, '250')
}

type Session = { ask(words: string, code: string): Promise<void>; end(): void }

async function openSession(): Promise<Session> {
  const plain = connect({ port, host: '127.0.0.1', noDelay: true })
  const before = converse(plain)
  await before.ask('', '220')
  await before.ask('EHLO program.test\r\n', '250')
  await before.ask('STARTTLS\r\n', '220')
  before.leave()
  const secure = { socket: plain, host: '127.0.0.1', servername: 'localhost', secureContext } as const
  const session = converse(connectSecurely(secure))
  await session.ask('EHLO program.test\r\n', '250')
  await session.ask(`AUTH PLAIN ${token}\r\n`, '235')
  return session
}

/** Each answer is waited for; one that isn't the expected ends the whole load. */
function converse(socket: Socket): Session & { leave(): void } {
  let text = ''
  let settle: { code: string; resolve: () => void; reject: (fault: Error) => void } | null = null
  const look = (): void => {
    if (settle === null || !/^\d{3} [^\n]*\r\n$/m.test(text)) return
    const { code, resolve, reject } = settle
    settle = null
    const reply = text
    text = ''
    if (reply.startsWith(code)) resolve()
    else reject(new Error(`not ${code}: ${reply}`))
  }
  const onData = (bytes: Buffer): void => {
    text += bytes.toString('latin1')
    look()
  }
  const onEnd = (): void => settle?.reject(new Error(`the connection ended: ${text}`))
  socket.on('data', onData)
  socket.on('close', onEnd)
  socket.on('error', (fault) => settle?.reject(fault))
  return {
    ask: (words, code) =>
      new Promise((resolve, reject) => {
        settle = { code, resolve, reject }
        if (words !== '') socket.write(words, 'latin1')
        look()
      }),
    end: () => socket.end(),
    leave: () => {
      socket.off('data', onData)
      socket.off('close', onEnd)
    },
  }
}
