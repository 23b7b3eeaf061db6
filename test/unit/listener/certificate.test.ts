import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadOrMakeCertificate } from '../../../relay/listener/certificate.ts'

const dayMs = 86_400_000
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'certificate-'))
})
afterAll(() => rm(directory, { recursive: true }))

describe('the relay certificate', () => {
  it('is made once, for this machine and its loopback names, with a key that only its owner reads', async () => {
    const made = await loadOrMakeCertificate(directory)
    const certificate = new X509Certificate(made.cert)
    expect(certificate.checkHost('localhost')).toBe('localhost')
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(certificate.checkIP('::1')).toBe('::1')
    expect(certificate.ca).toBe(false)
    expect(certificate.fingerprint256).toBe(made.fingerprint)
    expect((await stat(join(directory, 'listener-key.pem'))).mode & 0o777).toBe(0o600)
    expect(await loadOrMakeCertificate(directory)).toEqual(made)
  })

  it('is replaced 30 days before it ends, and when key and certificate do not fit together', async () => {
    const made = await loadOrMakeCertificate(directory)
    const later = await loadOrMakeCertificate(directory, Date.now() + 791 * dayMs)
    expect(later.fingerprint).not.toBe(made.fingerprint)
    await writeFile(join(directory, 'listener-certificate.pem'), made.cert)
    await rm(join(directory, 'earlier-key.pem'))
    const again = await loadOrMakeCertificate(directory)
    expect([made.fingerprint, later.fingerprint]).not.toContain(again.fingerprint)
  })

  it('comes back when a wrong clock had made another one: programs were told to trust it', async () => {
    const made = await loadOrMakeCertificate(directory)
    for (const years of [10, -10]) {
      const wrong = await loadOrMakeCertificate(directory, Date.now() + years * 365 * dayMs)
      expect(wrong.fingerprint).not.toBe(made.fingerprint)
      expect((await loadOrMakeCertificate(directory)).fingerprint).toBe(made.fingerprint)
    }
  })

  it.each(['garbage\n', '', '-----BEGIN PRIVATE KEY-----\nMIIE'])(
    'of which a file holds %j is made anew',
    async (text) => {
      const made = await loadOrMakeCertificate(directory)
      await writeFile(join(directory, 'listener-key.pem'), text)
      const again = await loadOrMakeCertificate(directory)
      expect(again.fingerprint).not.toBe(made.fingerprint)
      expect((await loadOrMakeCertificate(directory)).fingerprint).toBe(again.fingerprint)
    },
  )

  it('that is there but cannot be read is not overwritten', async () => {
    const inTheWay = join(directory, 'in-the-way')
    await writeFile(inTheWay, '')
    await expect(loadOrMakeCertificate(inTheWay)).rejects.toThrow('ENOTDIR')
  })
})
