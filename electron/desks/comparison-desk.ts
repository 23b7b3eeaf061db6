import { compareLists } from '../../relay/domain/compare-lists.ts'
import { isSmtpPlusServer } from '../../relay/domain/smtp-port.ts'
import type { Desk, Office } from './office.ts'

/** Compares a user's settings with the service's own, at a press; what is taken over goes through `setRules`. */
export function comparisonDesk(office: Office): Desk<'compareWithService'> {
  return {
    async compareWithService({ user: id }) {
      const user = office.settings.current().users.find((one) => one.id === id)
      if (!user) return { ok: false, reason: 'user-unknown' }
      if (!isSmtpPlusServer(user.server)) return { ok: false, reason: 'not-at-smtp-plus' }
      if (!user.username) return { ok: false, reason: 'username-missing' }
      try {
        const told = await office.relay.call('listUserInfo', { user: id, username: user.username })
        if (!told.ok) return told
        const { domains, senders, ...rest } = told.listing
        // Against the lists of this moment: they may have been edited while the service was asked.
        const lists = office.settings.current().users.find((one) => one.id === id) ?? user
        return { ok: true, comparison: { ...rest, lists: compareLists(lists, { domains, senders }) } }
      } catch (fault) {
        office.log(`the service could not be asked: ${String(fault)}`)
        return { ok: false, reason: 'relay-not-answering' }
      }
    },
  }
}
