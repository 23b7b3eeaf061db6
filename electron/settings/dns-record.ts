import { createHmac } from 'node:crypto'

/**
 * The TXT record that proves to this installation whose a domain (A-labels) is: `smtp-plus-companion=` and 32 hex
 * digits. The same for every user and after every restart, so that it needs to be published once; nobody else can
 * foretell it, and it says nothing about the installation.
 */
export function dnsRecordFor(installation: string, domain: string): string {
  const token = createHmac('sha256', installation).update(domain).digest('hex').slice(0, 32)
  return `smtp-plus-companion=${token}`
}
