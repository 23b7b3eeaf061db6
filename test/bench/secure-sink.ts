// A thread: an SMTP server with STARTTLS and AUTH PLAIN that takes everything, counts it, and throws it away.
import { createServer, type Socket } from 'node:net'
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls'
import { parentPort, workerData } from 'node:worker_threads'
import { type SinkReady, sinkData } from './secure-thread.ts'

const { key, cert, username, password, count } = sinkData.parse(workerData)
const taken = new Int32Array(count)
const context = createSecureContext({ key, cert })
const signIn = `AUTH PLAIN ${Buffer.from(`\0${username}\0${password}`).toString('base64')}`

const server = createServer({ noDelay: true }, (socket) => {
  socket.write('220 sink.test ESMTP\r\n')
  talk(socket, false)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port on 127.0.0.1')
  const ready: SinkReady = { port: address.port }
  parentPort?.postMessage(ready)
})

/** One session, or the half of it that is before or after STARTTLS. */
function talk(socket: Socket, isSecure: boolean): void {
  let pending = ''
  let inMessage = false
  socket.on('error', () => socket.destroy())
  const onData = (bytes: Buffer): void => {
    pending += bytes.toString('latin1')
    let replies = ''
    for (;;) {
      const ending = inMessage ? '\r\n.\r\n' : '\r\n'
      const end = pending.indexOf(ending)
      if (end < 0) break
      const line = pending.slice(0, end)
      pending = pending.slice(end + ending.length)
      if (inMessage) {
        Atomics.add(taken, 0, 1)
        replies += '250 2.0.0 Taken\r\n'
        inMessage = false
      } else if (line.toUpperCase() === 'STARTTLS' && !isSecure) {
        socket.off('data', onData)
        socket.write('220 2.0.0 Go ahead\r\n')
        talk(secured(socket, context), true)
        return
      } else {
        replies += `${answer(line, isSecure)}\r\n`
        inMessage = line.toUpperCase() === 'DATA'
      }
    }
    if (replies !== '') socket.write(replies)
    if (replies.startsWith('221')) socket.end()
  }
  socket.on('data', onData)
}

function secured(socket: Socket, secureContext: SecureContext): TLSSocket {
  return new TLSSocket(socket, { isServer: true, secureContext })
}

function answer(line: string, isSecure: boolean): string {
  switch (line.slice(0, 4).toUpperCase()) {
    case 'EHLO':
      return `250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n${
        isSecure ? '250 AUTH PLAIN' : '250 STARTTLS'
      }`
    case 'AUTH':
      return line === signIn ? '235 2.7.0 Welcome' : '535 5.7.8 Wrong'
    case 'DATA':
      return '354 Go on'
    case 'QUIT':
      return '221 2.0.0 Bye'
    default:
      return '250 2.0.0 Ok'
  }
}
