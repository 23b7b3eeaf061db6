import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { generate } from 'selfsigned'

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
 * For localhost, 127.0.0.1, ::1 and this machine's name. A pair that does not fit together, or ends within 30 days,
 * is replaced; a file that is there but can't be read throws, so that nothing trusted is overwritten by accident.
 */
export async function loadOrMakeCertificate(directory: string, nowMs = Date.now()): Promise<Certificate> {
  const keyFile = path.join(directory, 'listener-key.pem')
  const certFile = path.join(directory, 'listener-certificate.pem')
  const [key, cert] = await Promise.all([readIfThere(keyFile), readIfThere(certFile)])
  if (key !== null && cert !== null) {
    const fingerprint = fingerprintOfUsablePair(key, cert, nowMs)
    if (fingerprint !== null) return { key, cert, fingerprint, certFile }
  }
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const made = await makeCertificate(nowMs)
  await writeWhole(keyFile, made.key, 0o600)
  await writeWhole(certFile, made.cert, 0o644)
  return { ...made, fingerprint: new X509Certificate(made.cert).fingerprint256, certFile }
}

async function makeCertificate(nowMs: number): Promise<{ key: string; cert: string }> {
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

function fingerprintOfUsablePair(key: string, cert: string, nowMs: number): string | null {
  try {
    const certificate = new X509Certificate(cert)
    const endsMs = Date.parse(certificate.validTo)
    if (endsMs - nowMs < renewBeforeDays * dayMs) return null
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
