import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { relayEvent } from '../../relay/domain/relay-event.ts'
import { addLogin, officeUser, officeUserAt, writeConfiguration } from '../support/configuration.ts'
import { waitUntil } from '../support/wait-until.ts'
import { type Credentials, type Door, type Peer, startLogged, type Way } from './peer.ts'
import { processorSeconds, residentMegabytes } from './process-figures.ts'

export type RelayPeer = Peer & { residentMegabytes(): Promise<number> }

/** The built relay as a process of its own, its data under the temporary folder. */
export async function startRelayPeer(way: Way): Promise<RelayPeer> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-relay-'))
  const sink = await way.openSink()
  const { config, data, password } = await configure(folder, sink)
  const relay = await startServe({ folder, config, data })
  return {
    sink,
    door: { port: relay.port, credentials: credentialsAt(data, password) },
    processorSeconds: () => processorSeconds(relay.pid),
    residentMegabytes: () => residentMegabytes(relay.pid),
    stop: async () => {
      await relay.stop()
      await sink.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

type Place = { readonly config: string; readonly data: string; readonly password: string | null }

/** Without credentials smtp-source is recognised by its address: it can't sign in. */
async function configure(folder: string, upstream: Door): Promise<Place> {
  const data = join(folder, 'data')
  if (upstream.credentials === null) {
    const config = await writeConfiguration(
      folder,
      [officeUser({ port: upstream.port, encryption: 'none' })],
      {
        logins: [{ name: 'source', user: 'office', auth: 'none', addresses: ['127.0.0.1/32'] }],
      },
    )
    return { config, data, password: null }
  }
  const user = await officeUserAt({ port: upstream.port, ...upstream.credentials }, folder)
  const config = await writeConfiguration(folder, [user])
  return { config, data, password: await addLogin(config) }
}

function credentialsAt(data: string, password: string | null): Credentials | null {
  if (password === null) return null
  return { username: 'accounting', password, caFile: join(data, 'certificate', 'listener-certificate.pem') }
}

export type Serve = {
  readonly pid: number
  readonly port: number
  /** milliseconds from the start of the process to `ready` */
  readonly readyMs: number
  stop(): Promise<void>
}

const readyLimitMs = 60_000

/** `serve --json`, its events in a file. */
export async function startServe(place: {
  readonly folder: string
  readonly config: string
  readonly data: string
}): Promise<Serve> {
  const events = join(place.folder, `events-${crypto.randomUUID()}`)
  const cli = resolve('dist/relay/cli.js')
  const args = [cli, 'serve', '--config', place.config, '--data', place.data, '--json']
  const startedAtMs = performance.now()
  const serve = startLogged(events, process.execPath, args, { PATH: process.env['PATH'], LANG: 'C.UTF-8' })
  const port = await waitUntil(
    () => `the relay: ${serve.stderr()}`,
    () => readyPort(events),
    readyLimitMs,
  )
  return {
    pid: serve.pid,
    port,
    readyMs: performance.now() - startedAtMs,
    stop: async () => {
      await serve.stop(15_000)
    },
  }
}

const firstLineBytes = 4096

async function readyPort(events: string): Promise<number | null> {
  const file = await open(events).catch(() => null)
  if (file === null) return null
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(firstLineBytes), position: 0 })
    const [line, rest] = buffer.toString('utf8', 0, bytesRead).split('\n', 2)
    if (line === undefined || rest === undefined) return null
    const event = relayEvent.parse(JSON.parse(line))
    return event.event === 'ready' ? (event.listen[0]?.port ?? null) : null
  } finally {
    await file.close()
  }
}
