import { readFileSync, statSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'

type Trusted = { readonly context: SecureContext; readonly changedAtMs: number }

/**
 * What is trusted for a server: the usual authorities and, when the configuration names a file, those in it too.
 * Reading 150 authorities takes longer than a handshake, so each context is made once, and again when its file changes.
 */
export function createTrust(): (caFile: string | undefined) => SecureContext {
  const known = new Map<string, Trusted>()
  return (caFile) => {
    const changedAtMs = caFile === undefined ? 0 : statSync(caFile).mtimeMs
    const have = known.get(caFile ?? '')
    if (have?.changedAtMs === changedAtMs) return have.context
    // Without a list of our own, Node also trusts what NODE_EXTRA_CA_CERTS names (a firm's own authority).
    const own = caFile === undefined ? {} : { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] }
    const context = createSecureContext({ ...own, minVersion: 'TLSv1.2' })
    known.set(caFile ?? '', { context, changedAtMs })
    return context
  }
}
