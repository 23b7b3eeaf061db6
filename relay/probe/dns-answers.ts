import type { DnsResolver } from './dns-resolver.ts'

/** Why the DNS didn't say. */
export type DnsTrouble =
  | { readonly reason: 'no-such-domain' }
  | { readonly reason: 'dns-not-answering' }
  | { readonly reason: 'dns-refused'; readonly code: string }

/** TXT records at a name, their pieces joined (RFC 7208, 3.3); none where the name or the type isn't there. */
export async function txtRecords(resolver: DnsResolver, name: string): Promise<readonly string[]> {
  const found = await resolver
    .resolveTxt(name)
    .catch((fault: unknown) => noneIf(fault, ['ENODATA', 'ENOTFOUND']))
  return found.map((pieces) => pieces.join(''))
}

/** Where a name is an alias of; none where it isn't one. */
export function aliasTargets(resolver: DnsResolver, name: string): Promise<string[]> {
  return resolver.resolveCname(name).catch((fault: unknown) => noneIf(fault, ['ENODATA', 'ENOTFOUND']))
}

/** Nothing, when the fault is one of these; any other is thrown on. */
export function noneIf(fault: unknown, codes: readonly string[]): never[] {
  if (codes.includes(codeOf(fault))) return []
  throw fault
}

/** A resolver's fault in our words; throws what isn't one. */
export function dnsTroubleOf(fault: unknown): DnsTrouble {
  const code = codeOf(fault)
  if (code === '') throw fault
  if (code === 'ENOTFOUND') return { reason: 'no-such-domain' }
  return ['ETIMEOUT', 'ECANCELLED', 'ECONNREFUSED'].includes(code)
    ? { reason: 'dns-not-answering' }
    : { reason: 'dns-refused', code }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}
