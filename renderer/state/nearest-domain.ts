import type { UserView } from '../../electron/ipc/window-contract.ts'
import { canonicalDomain } from '../../relay/domain/domain-name.ts'
import { parseMailAddress } from '../../relay/domain/mail-address.ts'

/** The authorized domain of which an address uses a subdomain: the entry people think covers it, and that doesn't. */
export function nearestDomain(user: Pick<UserView, 'entries'>, text: string): string | null {
  const address = parseMailAddress(text)
  if (!address.ok) return null
  const { domain } = address.value
  const above = user.entries.filter(({ list, entry }) => {
    const listed = list === 'domains' ? canonicalDomain(entry) : null
    return listed !== null && domain.endsWith(`.${listed}`)
  })
  // The longest is the nearest.
  return above.reduce<string | null>(
    (nearest, { entry }) => (nearest !== null && nearest.length >= entry.length ? nearest : entry),
    null,
  )
}
