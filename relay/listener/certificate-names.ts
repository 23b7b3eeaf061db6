import type { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { ListenAddress } from '../domain/relay-event.ts'
import { realAddresses } from './own-addresses.ts'

/** A server with more addresses than these has programs that know it by one of the first. */
const mostAddresses = 32

/** Every certificate has these. */
export const loopbackAddresses = ['127.0.0.1', '::1'] as const

/** The further addresses by which programs may know the relay, for its certificate. */
export function addressesToName(listen: readonly Pick<ListenAddress, 'address'>[]): string[] {
  return onlyFurther(listen.flatMap(({ address }) => realAddresses(address)))
}

/** What a certificate has to name so that it names all of `wanted`; null: it does already. */
export function namesToAdd(certificate: X509Certificate, wanted: readonly string[]): string[] | null {
  if (wanted.every((address) => certificate.checkIP(address) !== undefined)) return null
  // Those it had stay: a computer that goes from one network to another and back needs no third certificate.
  return onlyFurther([...wanted, ...namesOf(certificate)])
}

/** Names and addresses that a certificate is for. */
export function namesOf({ subjectAltName }: X509Certificate): string[] {
  return (subjectAltName ?? '')
    .split(', ')
    .filter((name) => name !== '')
    .map((name) => shortened(name.replace(/^(?:DNS|IP Address):/, '')))
}

function onlyFurther(names: readonly string[]): string[] {
  const further = names.filter((name) => isIP(name) !== 0 && loopbackAddresses.every((one) => one !== name))
  return [...new Set(further)].slice(0, mostAddresses)
}

/** Node writes IPv6 addresses of a certificate at full length. */
function shortened(name: string): string {
  return name.includes(':') ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name
}
