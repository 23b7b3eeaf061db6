import { type ProbeReport, usualProbePorts } from '../../relay/domain/probe-report.ts'
import { parseSenderList } from '../../relay/domain/sender-list.ts'
import { serverNameProblem } from '../../relay/domain/server-name.ts'
import type { RequestInput } from '../../relay/ipc/contract.ts'
import type { RelayContract } from '../../relay/ipc/relay-contract.ts'
import type { CheckTarget } from '../ipc/window-probe.ts'
import type { Settings, UserSettings } from '../settings/settings-schema.ts'
import { type Desk, type Office, save } from './office.ts'

type Wanted = Omit<RequestInput<RelayContract, 'checkConnection'>, 'check'>

/** Each costs two round trips on each port. */
const mostSenders = 20
const mostServers = 100

/** The connection doctor for the page: what to check comes out of the settings. */
export function probeDesk(office: Office): Desk<'checkConnection' | 'checkOwnDoor' | 'cancelCheck'> {
  return {
    async checkConnection({ check, target, ports }) {
      const settings = office.settings.current()
      const wanted = wantedFor(settings, target)
      if (wanted === null) return { ok: false, reason: 'user-unknown' }
      if (serverNameProblem(wanted.server)) return { ok: false, reason: 'server-malformed' }
      try {
        const checked = await office.relay.call('checkConnection', {
          check,
          ...wanted,
          ...(ports ? { ports } : {}),
        })
        if (checked.ok) rememberStartTls(office, checked.report)
        if (checked.ok && target.kind === 'user' && !checked.cancelled)
          rememberCheck(office, target.id, checked.report)
        return checked
      } catch (fault) {
        office.log(`the connection could not be checked: ${String(fault)}`)
        return { ok: false, reason: 'relay-not-answering' }
      }
    },
    async checkOwnDoor() {
      try {
        return await office.relay.call('checkOwnDoor', null)
      } catch (fault) {
        office.log(`the relay's own door could not be checked: ${String(fault)}`)
        return { ok: false, reason: 'relay-not-answering' }
      }
    },
    cancelCheck: ({ check }) => office.relay.call('cancelCheck', { check }),
  }
}

function wantedFor(settings: Settings, target: CheckTarget): Wanted | null {
  if (target.kind === 'server') {
    const server = target.server.trim()
    return {
      server,
      encryption: target.encryption,
      user: null,
      senders: [],
      knownToOfferStartTls: offered(settings, server),
    }
  }
  const user = settings.users.find(({ id }) => id === target.id)
  if (!user) return null
  return {
    server: user.server,
    ports: [...new Set([user.port, ...usualProbePorts])],
    encryption: user.encryption,
    ...(user.caFile === undefined ? {} : { caFile: user.caFile }),
    user: user.username === undefined ? null : { id: user.id, username: user.username },
    senders: sendersOf(user),
    knownToOfferStartTls: offered(settings, user.server),
  }
}

function sendersOf(user: UserSettings): string[] {
  const list = parseSenderList(user.authorizedSenders)
  return list.ok ? list.value.slice(0, mostSenders).map(({ text }) => text) : []
}

function offered(settings: Settings, server: string): boolean {
  return settings.serversWithStartTls.includes(server.toLowerCase())
}

/** A server that encrypted once and offers nothing another day has somebody in front of it. */
function rememberStartTls(office: Office, { server, ports }: ProbeReport): void {
  const name = server.toLowerCase()
  const seen = ports.some(({ stages }) =>
    stages.some(({ stage, verdict }) => stage === 'certificate' && verdict === 'ok'),
  )
  if (!seen || offered(office.settings.current(), name)) return
  save(office, (settings) => ({
    ...settings,
    serversWithStartTls: [...settings.serversWithStartTls, name].slice(-mostServers),
  }))
}

/** For the checklist: whether the user's own port and credentials are good. */
function rememberCheck(office: Office, id: string, { ports }: ProbeReport): void {
  const { checklist, users } = office.settings.current()
  const own = ports.find(({ port }) => port === users.find((user) => user.id === id)?.port)
  const isGood = own?.verdict === 'ok'
  if (own === undefined || checklist.checkedUsers.includes(id) === isGood) return
  save(office, (settings) => {
    const others = settings.checklist.checkedUsers.filter((one) => one !== id)
    return {
      ...settings,
      checklist: { ...settings.checklist, checkedUsers: isGood ? [...others, id] : others },
    }
  })
}
