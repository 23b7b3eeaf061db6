import { connectionDesk } from './connection-desk.ts'
import { done, failed } from './domain/result.ts'
import { endOnBug } from './end-on-bug.ts'
import type { Handlers } from './ipc/contract.ts'
import { greet } from './ipc/handshake.ts'
import { ownPort } from './ipc/own-port.ts'
import { keychainContract, type RelayContract, relayContract } from './ipc/relay-contract.ts'
import { connectContract, serveContract } from './ipc/relay-port.ts'
import { startRelay } from './relay.ts'
import { relayDesk } from './relay-desk.ts'
import type { Relay } from './running-relay.ts'
import type { PasswordLookup } from './secrets/password-lookup.ts'
import { Secret } from './secrets/secret.ts'
import { serviceDesk } from './service-desk.ts'

// The relay as the app's background process: one port to main, the relay's contract served on it, the keychain's asked.
endOnBug()
const port = ownPort()
const keychain = connectContract(keychainContract, port)
let relay: Relay | null = null
let desk: ReturnType<typeof relayDesk> | null = null

/** Main holds the keychain; a password comes in when the courier signs in, and is kept no longer than that. */
const passwordOf: PasswordLookup = async (user) => {
  const answer = await keychain.call('password', { user })
  return answer.ok ? done(new Secret(answer.password)) : failed({ reason: answer.reason })
}

const configure: Handlers<RelayContract>['configure'] = async (wanted) => {
  const { configuration, revision, practice, unverified, formSenders, alerts, dataDirectory } = wanted
  const beside = { unverified, formSenders, alerts }
  if (relay) {
    const applied = await relay.configure(configuration, revision, practice, beside)
    return applied.ok ? { ok: true, inForce: revision } : { ok: false, problem: applied.problem }
  }
  const started = await startRelay({
    configuration,
    revision,
    practice,
    beside,
    dataDirectory,
    passwordOf,
    onEvent: (event) => emit('relayEvent', event),
    onDelta: emit,
  })
  if (!started.ok) return { ok: false, problem: started.problem }
  relay = started.value
  desk = relayDesk(relay)
  return { ok: true, inForce: revision }
}

function running(): ReturnType<typeof relayDesk> {
  if (!desk) throw new Error('the relay is not configured yet')
  return desk
}

const { emit } = serveContract(relayContract, port, {
  configure,
  snapshot: (input) => running().snapshot(input),
  listMessages: (input) => running().listMessages(input),
  showMessage: (input) => running().showMessage(input),
  queueAction: (input) => running().queueAction(input),
  listEntries: (input) => running().listEntries(input),
  countEntries: (input) => running().countEntries(input),
  countForAction: (input) => running().countForAction(input),
  queueActionOnAll: (input) => running().queueActionOnAll(input),
  saveMessage: (input) => running().saveMessage(input),
  exportJournal: (input) => running().exportJournal(input),
  sendFirstMessage: (input) => running().sendFirstMessage(input),
  sendVerificationCode: (input) => running().sendVerificationCode(input),
  checkDomain: (input) => running().checkDomain(input),
  readDomainRecords: (input) => running().readDomainRecords(input),
  ...connectionDesk(passwordOf, (progress) => emit('checkProgress', progress)),
  ...serviceDesk(passwordOf),
  checkOwnDoor: (input) => running().checkOwnDoor(input),
  watchPrograms: (input) => running().watchPrograms(input),
  trySender: (input) => running().trySender(input),
  practiceMessages: (input) => running().practiceMessages(input),
  practiceMessage: (input) => running().practiceMessage(input),
  setAlertState: (input) => running().setAlertState(input),
  moveMail: (input) => running().moveMail(input),
  // Before it is configured it has nothing that could wait.
  networkIsBack: (input) => desk?.networkIsBack(input) ?? null,
  passwordChanged: (input) => running().passwordChanged(input),
  async stop({ reason }) {
    await relay?.stop(reason)
    // after the answer has left
    setImmediate(() => process.exit(0))
    return null
  },
})

await greet(port)
