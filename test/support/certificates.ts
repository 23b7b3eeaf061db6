import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generate, type SubjectAltNameEntry } from 'selfsigned'

const dayMs = 86_400_000

export type Authority = {
  /** PEM file to hand to whoever shall trust this authority */
  readonly caFile: string
  /** A server certificate; `notAfterDate` in the past makes an expired one. Files lie beside `caFile`. */
  issue(options?: IssueOptions): Promise<{ readonly keyFile: string; readonly certFile: string }>
}

export type IssueOptions = {
  readonly name?: string
  readonly altNames?: readonly SubjectAltNameEntry[]
  readonly notAfterDate?: Date
}

/** What a certificate here is for, unless something else is said. */
export const loopbackNames: readonly SubjectAltNameEntry[] = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
  { type: 7, ip: '::1' },
]

/** A certificate authority of one test: nobody on this machine trusts it unless told so. `name`: as it calls itself. */
export async function makeAuthority(
  directory: string,
  name = `The authority of test ${crypto.randomUUID()}`,
): Promise<Authority> {
  const ca = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 30 * dayMs),
    notAfterDate: new Date(Date.now() + 30 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const caFile = join(directory, 'ca.pem')
  await writeFile(caFile, ca.cert)

  const issue = async (options: IssueOptions = {}): Promise<{ keyFile: string; certFile: string }> => {
    const name = options.name ?? 'server'
    const pair = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - 20 * dayMs),
      notAfterDate: options.notAfterDate ?? new Date(Date.now() + 20 * dayMs),
      extensions: [{ name: 'subjectAltName', altNames: [...(options.altNames ?? loopbackNames)] }],
      ca: { key: ca.private, cert: ca.cert },
    })
    const keyFile = join(directory, `${name}-key.pem`)
    const certFile = join(directory, `${name}-cert.pem`)
    await writeFile(keyFile, pair.private, { mode: 0o600 })
    await writeFile(certFile, pair.cert)
    return { keyFile, certFile }
  }
  return { caFile, issue }
}
