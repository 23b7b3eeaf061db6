import { createServer, type Socket } from 'node:net'

export type ScriptedUpstream = {
  readonly host: '127.0.0.1'
  readonly port: number
  /** every line that clients sent, message content left out */
  commands(): readonly string[]
  /** how often a whole message arrived */
  messagesReceived(): number
  stop(): Promise<void>
}

export type Script = {
  /** lines of the EHLO reply after the name; without STARTTLS it looks as a stripping middlebox makes it look */
  readonly extensions?: readonly string[]
  /** the answer by the beginning of the command, e.g. `{ MAIL: '421 4.7.0 Later' }`; everything else is accepted */
  readonly replies?: Readonly<Record<string, string>>
  /** what becomes of a message when its last byte is in: answered, or the line is cut */
  readonly afterMessage?: 'accept' | 'hang-up'
}

/**
 * A server that behaves as no honest server does (Postfix plays the honest ones), without TLS.
 * It understands as much SMTP as is needed to be talked to.
 */
export async function startScriptedUpstream(script: Script = {}): Promise<ScriptedUpstream> {
  const commands: string[] = []
  const sockets = new Set<Socket>()
  let messages = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.write('220 upstream.test ESMTP\r\n')
    let pending = ''
    let inData = false
    socket.on('data', (bytes) => {
      pending += bytes.toString('latin1')
      for (;;) {
        const ending = inData ? '\r\n.\r\n' : '\r\n'
        const end = pending.indexOf(ending)
        if (end < 0) {
          return
        }
        const line = pending.slice(0, end)
        pending = pending.slice(end + ending.length)
        if (inData) {
          inData = false
          messages += 1
          if (script.afterMessage === 'hang-up') {
            socket.destroy()
            return
          }
          socket.write('250 2.0.0 Ok: queued as SCRIPTED\r\n')
        } else {
          commands.push(line)
          const answer = answerTo(line, script)
          inData = answer.startsWith('354')
          socket.write(`${answer}\r\n`)
        }
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new Error('no port on 127.0.0.1')
  }
  return {
    host: '127.0.0.1',
    port: address.port,
    commands: () => commands,
    messagesReceived: () => messages,
    stop: async () => {
      for (const socket of sockets) {
        socket.destroy()
      }
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

function answerTo(line: string, script: Script): string {
  const own = Object.entries(script.replies ?? {}).find(([beginning]) => line.startsWith(beginning))
  if (own !== undefined) {
    return own[1]
  }
  if (line.startsWith('EHLO')) {
    const lines = ['upstream.test', ...(script.extensions ?? [])]
    return lines.map((text, index) => `250${index === lines.length - 1 ? ' ' : '-'}${text}`).join('\r\n')
  }
  if (line === 'DATA') {
    return '354 End data with <CR><LF>.<CR><LF>'
  }
  if (line === 'STARTTLS') {
    return '502 5.5.1 Command not implemented'
  }
  return line === 'QUIT' ? '221 2.0.0 Bye' : '250 2.0.0 Ok'
}
