import { type DomainCheck, dkimNames, judgeOwnership } from '../domain/domain-ownership.ts'
import { dnsTroubleOf, noneIf } from './dns-answers.ts'
import type { DnsResolver } from './dns-resolver.ts'

const longestMs = 5000

/**
 * Looks in the DNS for proof that a domain (A-labels) belongs to whoever runs this installation: the TXT record
 * `record` at the domain, or SMTP+'s SPF and both its DKIM records. Asks all resolvers at once, for `limitMs` at most;
 * one that sees proof is enough, else the one that saw most speaks.
 */
export async function checkDomainOwnership(
  domain: string,
  record: string,
  resolvers: readonly DnsResolver[],
  limitMs = longestMs,
): Promise<DomainCheck> {
  const giveUp = (): void => {
    for (const resolver of resolvers) resolver.cancel()
  }
  const timer = setTimeout(giveUp, limitMs)
  try {
    const checks = resolvers.map((resolver) => check(domain, record, resolver))
    return await Promise.any(checks.map(proof)).catch(async () => mostTelling(await Promise.all(checks)))
  } finally {
    clearTimeout(timer)
    giveUp()
  }
}

/** Rejects unless the check proves the domain: who sees proof needn't wait for who doesn't answer. */
async function proof(checking: Promise<DomainCheck>): Promise<DomainCheck> {
  const check = await checking
  if (check.reason !== 'verified') throw new Error(check.reason)
  return check
}

function mostTelling(checks: readonly DomainCheck[]): DomainCheck {
  const [first] = checks.toSorted((one, other) => telling[one.reason] - telling[other.reason])
  return first ?? { reason: 'dns-not-answering' }
}

const telling: Readonly<Record<DomainCheck['reason'], number>> = {
  verified: 0,
  'records-missing': 1,
  'no-such-domain': 2,
  'dns-refused': 3,
  'dns-not-answering': 4,
}

async function check(domain: string, record: string, resolver: DnsResolver): Promise<DomainCheck> {
  let trouble: DomainCheck | null = null
  const orTrouble = (fault: unknown): never[] => {
    trouble ??= dnsTroubleOf(fault)
    return []
  }
  const [txt, ...dkim] = await Promise.all([
    // NXDOMAIN says something about the domain here; of a DKIM name only that there is no record.
    resolver
      .resolveTxt(domain)
      .catch((fault: unknown) => noneIf(fault, ['ENODATA']))
      .catch(orTrouble),
    ...dkimNames(domain).map(async ({ name, expected }) => ({
      name,
      expected,
      targets: await resolver
        .resolveCname(name)
        .catch((fault: unknown) => noneIf(fault, ['ENODATA', 'ENOTFOUND']))
        .catch(orTrouble),
    })),
  ])
  const judged = judgeOwnership({ txt: txt.map((pieces) => pieces.join('')), dkim }, record)
  // What was seen proves it, whatever could not be asked beside it; what wasn't seen proves nothing.
  return judged.reason === 'verified' ? judged : (trouble ?? judged)
}
