import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createTrust } from '../delivery/upstream-trust.ts'
import type { DoorReport, OwnDoorReport } from '../domain/own-door.ts'
import { seen } from '../domain/probe-evidence.ts'
import type { ListenAddress } from '../domain/relay-event.ts'
import { namesOf } from '../listener/certificate-names.ts'
import { ownAddresses, realAddresses } from '../listener/own-addresses.ts'
import { isLoopback } from '../listener/peer-address.ts'
import { checkPort } from './port-check.ts'
import type { ProbeCredentials } from './probe-sign-in.ts'
import { openSignInGate } from './sign-in-gate.ts'

const timeoutMs = 8000
const trustOf = createTrust()

export type OwnDoorOptions = {
  /** where the relay really listens */
  readonly listen: readonly ListenAddress[]
  /** PEM file of the relay's own certificate */
  readonly certificateFile: string
  /** null: nobody signs in */
  readonly credentials: ProbeCredentials | null
  /** an authorized envelope sender; null: none is known */
  readonly sender: string | null
}

/**
 * Knocks at every address the relay listens on, as a program would that was told to trust its certificate. Sends no
 * message. What a firewall does to other computers can't be seen from here.
 * Rejects when the certificate's file can't be read.
 */
export async function checkOwnDoor(options: OwnDoorOptions): Promise<OwnDoorReport> {
  const pem = await readFile(options.certificateFile, 'utf8')
  const certificate = new X509Certificate(pem)
  const places = options.listen.flatMap(({ address, port }) =>
    realAddresses(address).map((one) => ({ address: one, port })),
  )
  return {
    doors: await Promise.all(places.map((place) => checkPlace(place, options))),
    signIn: options.credentials === null ? 'no-active-user' : 'tried',
    certificate: {
      names: namesOf(certificate),
      fingerprint: certificate.fingerprint256,
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
      trustedHere: await isTrustedHere(pem),
    },
  }
}

async function checkPlace({ address, port }: ListenAddress, options: OwnDoorOptions): Promise<DoorReport> {
  const network = !isLoopback(address)
  if (network && !ownAddresses().includes(address)) return goneDoor(address, port)
  const askAs = (server: string) =>
    checkPort({
      server,
      port,
      addresses: [{ address, family: address.includes(':') ? 6 : 4 }],
      trust: trustOf(options.certificateFile),
      encryption: 'starttls',
      credentials: options.credentials,
      gate: openSignInGate(),
      senders: options.sender === null ? [] : [options.sender],
      timeoutMs,
      cancel: new AbortController().signal,
      onStage: () => undefined,
    })
  const asAddress = await askAs(address)
  const misnamed = asAddress.verdict === 'certificate-name-mismatch'
  // A printer seldom compares names: the rest of the way is worth knowing, by a name that the certificate has.
  const { verdict, stages } = misnamed ? await askAs('localhost') : asAddress
  const reached = stages.some(({ stage }) => stage === 'certificate')
  return {
    address,
    port,
    network,
    here: true,
    verdict,
    stages: [...stages],
    named: reached ? !misnamed : null,
  }
}

/** Nobody has to wait for an answer from an address that isn't there. */
function goneDoor(address: string, port: number): DoorReport {
  const verdict = 'network-unreachable' as const
  const evidence = seen('no-network-card', { address })
  const stages = [{ stage: 'tcp' as const, verdict, ms: 0, evidence }]
  return { address, port, network: true, here: false, verdict, stages, named: null }
}

/** Where Linux distributions keep what all programs trust: Debian, Fedora, SUSE. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
]

async function isTrustedHere(pem: string): Promise<boolean | null> {
  const texts = await Promise.all(bundles.map((file) => readFile(file, 'utf8').catch(() => null)))
  const found = texts.filter((text) => text !== null)
  return found.length === 0 ? null : found.some((text) => bare(text).includes(bare(pem)))
}

function bare(pem: string): string {
  return pem.replaceAll(/\s/g, '')
}
