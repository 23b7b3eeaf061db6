import { createPublicKey } from 'node:crypto'
import { hostname } from 'node:os'
import { loopbackAddresses } from './certificate-names.ts'

/** PEM */
export type Pair = { readonly key: string; readonly cert: string }

const dayMs = 86_400_000
/** Apple's programs refuse server certificates that run longer than 825 days, private ones too. */
const lifetimeDays = 820

/**
 * A certificate for localhost, this machine's name, 127.0.0.1, ::1 and `addresses`, valid from a day ago.
 * `key`: the private key to make it for, PEM; null: a new one.
 */
export async function makeCertificate(
  key: string | null,
  addresses: readonly string[],
  nowMs: number,
): Promise<Pair> {
  // Needed once in two years, and a fifth of what the relay would keep in memory.
  const { generate } = await import('selfsigned')
  const machine = hostname().replaceAll(/[^A-Za-z0-9.-]/g, '')
  const names = new Set(['localhost', ...(machine === '' ? [] : [machine])])
  // A bare + would end the name in there, and begin a second one (RFC 4514 2.4).
  // RSA, because old printers and accounting programs can't do EC; not a CA, because Thunderbird and Firefox
  // refuse a CA certificate as a server's.
  const made = await generate([{ name: 'commonName', value: 'SMTP\\+ Companion on this computer' }], {
    keySize: 2048,
    ...(key === null ? {} : { keyPair: { privateKey: key, publicKey: publicKeyOf(key) } }),
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - dayMs),
    notAfterDate: new Date(nowMs + lifetimeDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      // No keyUsage: Electron's BoringSSL trusts a self-signed certificate only if it may sign certificates or doesn't
      // say what its key is for, and the first is for a CA alone.
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...[...names].map((value) => ({ type: 2 as const, value })),
          ...[...loopbackAddresses, ...addresses].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  return { key: key ?? made.private, cert: made.cert }
}

function publicKeyOf(key: string): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
}
