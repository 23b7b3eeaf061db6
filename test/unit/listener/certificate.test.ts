import { X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadOrMakeCertificate, nameAddresses } from '../../../relay/listener/certificate.ts'
import { addressesToName } from '../../../relay/listener/certificate-names.ts'
import { ownAddresses } from '../../../relay/listener/own-addresses.ts'

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
    expect(certificate.subject).toBe('CN=SMTP\\+ Companion on this computer')
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

const office = '192.168.1.5'
const branch = '2001:db8::17'
const named = (cert: string): (string | undefined)[] =>
  [office, branch, '127.0.0.1', '::1'].map((address) => new X509Certificate(cert).checkIP(address))

describe('the addresses in the relay certificate', () => {
  const start = async (folder: string, addresses: readonly string[] = []) =>
    loadOrMakeCertificate(join(directory, folder), Date.now(), addresses)

  it('are there from the first certificate on, where the relay listens on them', async () => {
    const made = await start('first', [office, branch])
    expect(named(made.cert)).toEqual([office, branch, '127.0.0.1', '::1'])
    expect(await start('first', [branch])).toEqual(made)
  })

  it('that come later are named by another certificate for the same key, and what was named stays', async () => {
    const before = await start('later', [office])
    const after = await nameAddresses(before, [branch])
    expect(named(after.cert)).toEqual([office, branch, '127.0.0.1', '::1'])
    expect(after.key).toBe(before.key)
    expect(publicKeyOf(after.cert)).toBe(publicKeyOf(before.cert))
    expect(new X509Certificate(after.cert).serialNumber).not.toBe(
      new X509Certificate(before.cert).serialNumber,
    )
    expect(await readFile(after.certFile, 'utf8')).toBe(after.cert)
    expect(await start('later', [office])).toEqual(after)
  })

  it('that are named already, or are no longer wanted, change nothing', async () => {
    const made = await start('same', [office])
    for (const wanted of [[], [office], ['127.0.0.1'], [office, '::1']])
      expect(await nameAddresses(made, wanted)).toBe(made)
  })

  it('are named after a start, too, with the key that was there', async () => {
    const before = await start('start')
    const after = await start('start', [office])
    expect([after.key, named(after.cert)[0]]).toEqual([before.key, office])
  })

  it('stay unnamed where the certificate can’t be written: the one that was trusted is kept', async () => {
    const made = await start('full')
    await rm(made.certFile)
    await mkdir(join(made.certFile, 'in the way'), { recursive: true })
    expect(await nameAddresses(made, [office])).toBe(made)
  })

  it('are those that are listened on; for "every address" those that the computer has', () => {
    const listen = ['127.0.0.1', '::1', office, 'localhost', '127.0.0.7'].map((address) => ({ address }))
    expect(addressesToName(listen)).toEqual([office, '127.0.0.7'])
    const own = ownAddresses().filter(
      (one) => !['127.0.0.1', '::1'].includes(one) && !one.startsWith('fe80:'),
    )
    expect(addressesToName([{ address: '::' }])).toEqual(own)
    expect(addressesToName([{ address: '0.0.0.0' }])).toEqual(own.filter((one) => !one.includes(':')))
  })
})

function publicKeyOf(cert: string): string {
  return new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'pem' }).toString()
}
