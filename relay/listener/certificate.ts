import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeCertificate, type Pair } from './certificate-making.ts'
import { namesToAdd } from './certificate-names.ts'

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
const renewBeforeDays = 30

/**
 * The relay's own certificate, made on first run and kept: programs that were told to trust it must meet it again.
 * For localhost, 127.0.0.1, ::1, this machine's name, and `addresses`. A pair that does not fit together, ends within
 * 30 days or isn't valid yet is replaced and kept as the earlier one; a file that is there but can't be read throws, so
 * that nothing trusted is overwritten by accident.
 */
export async function loadOrMakeCertificate(
  directory: string,
  nowMs = Date.now(),
  addresses: readonly string[] = [],
): Promise<Certificate> {
  const certFile = path.join(directory, 'listener-certificate.pem')
  const pair = await readPair(directory, 'listener')
  const fingerprint = pair && fingerprintOfUsablePair(pair, nowMs)
  if (pair && fingerprint) return nameAddresses({ ...pair, fingerprint, certFile }, addresses, nowMs)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // A clock that was wrong for a day made the newer one: programs trust the one before.
  const earlier = await readPair(directory, 'earlier')
  const again = earlier && fingerprintOfUsablePair(earlier, nowMs) ? earlier : null
  const next = again ?? (await makeCertificate(null, addresses, nowMs))
  if (pair) await writePair(directory, 'earlier', pair)
  await writePair(directory, 'listener', next)
  return nameAddresses(withFingerprint(next, certFile), addresses, nowMs)
}

/**
 * The same certificate if it names all `addresses`; otherwise one more for the same key, which names them beside those
 * it had. Programs that keep to the key notice nothing; those that keep to the certificate ask once more. Where it
 * can't be kept on disk, the old one stays: it carries mail all the same, for all but devices that compare names.
 */
export async function nameAddresses(
  certificate: Certificate,
  addresses: readonly string[],
  nowMs = Date.now(),
): Promise<Certificate> {
  const names = namesToAdd(new X509Certificate(certificate.cert), addresses)
  if (names === null) return certificate
  const { key, certFile } = certificate
  const next = await makeCertificate(key, names, nowMs)
  try {
    await writeWhole(certFile, next.cert, 0o644)
  } catch (fault) {
    process.emitWarning(`the certificate could not be written for ${addresses.join(', ')}: ${String(fault)}`)
    return certificate
  }
  return withFingerprint(next, certFile)
}

function withFingerprint(pair: Pair, certFile: string): Certificate {
  return { ...pair, fingerprint: new X509Certificate(pair.cert).fingerprint256, certFile }
}

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
  try {
    await writeFile(draft, text, { mode, flush: true })
    await rename(draft, file)
  } catch (fault) {
    await rm(draft, { force: true })
    throw fault
  }
}
