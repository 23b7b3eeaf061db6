import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer, type SecureContextOptions } from 'node:tls'
import { onTestFinished } from 'vitest'
import type { ProbeStage, ProbeVerdict } from '../../relay/domain/probe-report.ts'
import { loopbackNames, makeAuthority } from './certificates.ts'
import { type Behaviour, startStagedUpstream } from './staged-upstream.ts'
import { temporaryFolder } from './temporary-folder.ts'

type Tls = 'good' | 'expired' | 'other-name' | 'unknown-authority' | 'scanner' | 'old' | 'none'

/** One way for a server to be wrong: how it behaves, and what the connection check has to call it. */
export type Fault = {
  readonly verdict: ProbeVerdict
  readonly stage: ProbeStage
  /** something the evidence must contain */
  readonly seen?: RegExp
  readonly tls?: Tls
  readonly behaviour?: Behaviour
  /** speaks in place of an SMTP server */
  readonly speak?: (socket: Socket) => void
  readonly listening?: 'nobody' | 'tls-from-the-first-byte'
}

export type FaultServers = {
  /** trusts what `good` servers show */
  readonly caFile: string
  /** the port of each fault */
  readonly ports: ReadonlyMap<string, number>
  /** every line the clients said to servers that speak SMTP */
  said(): readonly string[]
}

type Keys = Readonly<Record<Exclude<Tls, 'none'>, SecureContextOptions>>

type Started = { readonly port: number; readonly commands?: readonly string[] }

/** `names`: for which the good certificate shall be, beside this computer's own. */
export type FaultOptions = {
  readonly names?: readonly string[]
  /** where they listen; others may have the usual ports of 127.0.0.1 */
  readonly address?: string
}

/** A server for each of these faults, on free ports of 127.0.0.1 or `address`, for the running test. */
export async function startFaultServers(
  faults: Readonly<Record<string, Fault>>,
  { names = [], address = '127.0.0.1' }: FaultOptions = {},
): Promise<FaultServers> {
  const { caFile, keys } = await makeKeys(names)
  const started = new Map<string, Started>()
  for (const [name, fault] of Object.entries(faults)) started.set(name, await start(fault, keys, address))
  return {
    caFile,
    ports: new Map([...started].map(([name, { port }]) => [name, port])),
    said: () => [...started.values()].flatMap(({ commands = [] }) => commands),
  }
}

async function start(fault: Fault, keys: Keys, address: string): Promise<Started> {
  // A port that was free a moment ago may be another test's by now; on port 1 nobody listens.
  if (fault.listening === 'nobody') return { port: 1 }
  const tls = fault.tls === 'none' ? undefined : keys[fault.tls ?? 'good']
  if (fault.speak) return listen(createServer(fault.speak), address)
  if (fault.listening === 'tls-from-the-first-byte') return listen(createTlsServer(keys.good), address)
  const server = await startStagedUpstream(fault.behaviour, tls, address)
  onTestFinished(server.stop)
  return server
}

async function listen(server: ReturnType<typeof createServer>, address: string): Promise<Started> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  })
  server.listen(0, address)
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error(`no port on ${address}`)
  return { port: place.port }
}

async function makeKeys(names: readonly string[]): Promise<{ caFile: string; keys: Keys }> {
  const trusted = await makeAuthority(await temporaryFolder())
  const unknown = await makeAuthority(await temporaryFolder())
  const scanner = await makeAuthority(await temporaryFolder(), 'Avast Web/Mail Shield Root')
  const read = async (
    authority: typeof trusted,
    options: Parameters<typeof trusted.issue>[0],
  ): Promise<SecureContextOptions> => {
    const { keyFile, certFile } = await authority.issue(options)
    return { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') }
  }
  const altNames = [...loopbackNames, ...names.map((value) => ({ type: 2 as const, value }))]
  const good = await read(trusted, { name: 'good', altNames })
  return {
    caFile: trusted.caFile,
    keys: {
      good,
      expired: await read(trusted, { name: 'expired', notAfterDate: new Date(Date.now() - 86_400_000) }),
      'other-name': await read(trusted, { name: 'other', altNames: [{ type: 2, value: 'other.example' }] }),
      'unknown-authority': await read(unknown, {}),
      scanner: await read(scanner, {}),
      // OpenSSL speaks TLS 1.1 at its lowest security level alone.
      old: { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    },
  }
}
