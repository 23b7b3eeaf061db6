import { canonicalDomain } from '../../relay/domain/domain-name.ts'
import type { DomainRecordsView } from '../ipc/window-domain-records.ts'
import type { Settings } from '../settings/settings-schema.ts'
import type { Desk, Office } from './office.ts'
import { listedDomains } from './records-watch.ts'

/** The DNS helper for the page. Only the domains in the lists are looked up. */
export function recordsDesk(office: Pick<Office, 'settings' | 'records'>): Desk<'lookAtDomain'> {
  return {
    async lookAtDomain({ domain }) {
      const name = canonicalDomain(domain)
      if (name !== null && listedDomains(office.settings.current()).includes(name))
        await office.records.look(name)
      return null
    },
  }
}

/** One look through the relay; that it doesn't answer is an answer as well. */
export async function readRecords(
  office: Pick<Office, 'settings' | 'relay' | 'log'>,
  domain: string,
): Promise<DomainRecordsView['found']> {
  try {
    const servers = office.settings.current().dnsServers
    return await office.relay.call('readDomainRecords', { domain, servers })
  } catch (fault) {
    office.log(`the DNS records of a domain could not be read: ${String(fault)}`)
    return { reason: 'relay-not-answering' }
  }
}

/** For the checklist: the settings with this noted down, or null when they say so already. */
export function withComplete(settings: Settings, domain: string, complete: boolean): Settings | null {
  const { checklist } = settings
  if (checklist.completeDomains.includes(domain) === complete) return null
  const others = checklist.completeDomains.filter((one) => one !== domain)
  const completeDomains = complete ? [...others, domain] : others
  return { ...settings, checklist: { ...checklist, completeDomains } }
}
