import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'

export type Certificate = {
  /** PEM; stays in memory and in its own file, mode 0600 */
  readonly key: string
  /** PEM */
  readonly cert: string
  /** SHA-256 of the certificate, `AA:BB:…`, what mail programs show when they ask to trust it */
  readonly fingerprint: string
  /** where the certificate (without its key) lies, for programs that want a file to trust */
  readonly certFile: string
}

const dayMs = 86_400_000
/** Apple's programs refuse server certificates that run longer than 825 days, private ones too. */
const lifetimeDays = 820
const renewBeforeDays = 30

/**
 * The relay's own certificate, made on first run and kept: programs that were told to trust it must meet it again.
 * For localhost, 127.0.0.1, ::1 and this machine's name. A pair that does not fit together, ends within 30 days or
 * isn't valid yet is replaced and kept as the earlier one; a file that is there but can't be read throws, so that nothing trusted is overwritten by accident.
 */
export async function loadOrMakeCertificate(directory: string, nowMs = Date.now()): Promise<Certificate> {
  const certFile = path.join(directory, 'listener-certificate.pem')
  const pair = await readPair(directory, 'listener')
  const fingerprint = pair && fingerprintOfUsablePair(pair, nowMs)
  if (pair && fingerprint) return { ...pair, fingerprint, certFile }
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // A clock that was wrong for a day made the newer one: programs trust the one before.
  const earlier = await readPair(directory, 'earlier')
  const again = earlier && fingerprintOfUsablePair(earlier, nowMs) ? earlier : null
  const next = again ?? (await makeCertificate(nowMs))
  if (pair) await writePair(directory, 'earlier', pair)
  await writePair(directory, 'listener', next)
  return { ...next, fingerprint: new X509Certificate(next.cert).fingerprint256, certFile }
}

/** PEM */
type Pair = { readonly key: string; readonly cert: string }

async function readPair(directory: string, name: 'listener' | 'earlier'): Promise<Pair | null> {
  const [key, cert] = await Promise.all([
    readIfThere(path.join(directory, `${name}-key.pem`)),
    readIfThere(path.join(directory, `${name}-certificate.pem`)),
  ])
  return key === null || cert === null ? null : { key, cert }
}

async function writePair(directory: string, name: 'listener' | 'earlier', pair: Pair): Promise<void> {
  await writeWhole(path.join(directory, `${name}-key.pem`), pair.key, 0o600)
  await writeWhole(path.join(directory, `${name}-certificate.pem`), pair.cert, 0o644)
}

async function makeCertificate(nowMs: number): Promise<Pair> {
  // Needed once in two years, and a fifth of what the relay would keep in memory.
  const { generate } = await import('selfsigned')
  const machine = hostname().replaceAll(/[^A-Za-z0-9.-]/g, '')
  const names = new Set(['localhost', ...(machine === '' ? [] : [machine])])
  // RSA, because old printers and accounting programs can't do EC; not a CA, because Thunderbird and Firefox
  // refuse a CA certificate as a server's.
  const made = await generate([{ name: 'commonName', value: 'SMTP+ Companion on this computer' }], {
    keySize: 2048,
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
          { type: 7 as const, ip: '127.0.0.1' },
          { type: 7 as const, ip: '::1' },
        ],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}

function fingerprintOfUsablePair({ key, cert }: Pair, nowMs: number): string | null {
  try {
    const certificate = new X509Certificate(cert)
    const endsMs = Date.parse(certificate.validTo)
    if (endsMs - nowMs < renewBeforeDays * dayMs || Date.parse(certificate.validFrom) > nowMs) return null
    return certificate.checkPrivateKey(createPrivateKey(key)) ? certificate.fingerprint256 : null
  } catch {
    return null
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}

/** Under another name first, so that a crash never leaves half a key behind. */
async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`
  await writeFile(draft, text, { mode, flush: true })
  await rename(draft, file)
}
