import { connect } from 'node:net'
import { freePort } from './free-port.ts'
import { startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

export type SmtpSink = { readonly host: '127.0.0.1'; readonly port: number; stop(): Promise<void> }

/**
 * Postfix's smtp-sink: takes every message and throws it away, with neither TLS nor AUTH.
 * `options` are its own, e.g. `['-q', 'rcpt']` to hang up at RCPT, `['-w', '2']` to answer DATA after 2 s.
 */
export async function startSmtpSink(options: readonly string[] = []): Promise<SmtpSink> {
  const port = await freePort()
  // As root it wants to know whom to become.
  const account = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const sink = startProcess('smtp-sink', [...account, ...options, `127.0.0.1:${port}`, '1024'])
  await waitUntil(
    () => `smtp-sink: ${sink.stderr()}`,
    () => accepts(port),
  )
  return {
    host: '127.0.0.1',
    port,
    stop: async () => {
      await sink.stop()
    },
  }
}

/** Whether somebody takes connections there. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
