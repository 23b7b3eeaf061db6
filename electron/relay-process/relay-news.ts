import type { Client, EventName, EventValue } from '../../relay/ipc/contract.ts'
import type { RelayContract } from '../../relay/ipc/relay-contract.ts'

/** One event of the relay with its name, as a union that can be switched over. */
export type RelayNews = {
  readonly [N in EventName<RelayContract>]: { readonly name: N; readonly value: EventValue<RelayContract, N> }
}[EventName<RelayContract>]

/** Hands every event of the contract on; the compiler can't see that all are listed, the contract test does. */
export function listenToRelay(client: Client<RelayContract>, onNews: (news: RelayNews) => void): void {
  client.on('relayEvent', (value) => onNews({ name: 'relayEvent', value }))
  client.on('message', (value) => onNews({ name: 'message', value }))
  client.on('messageGone', (value) => onNews({ name: 'messageGone', value }))
  client.on('refusal', (value) => onNews({ name: 'refusal', value }))
  client.on('alert', (value) => onNews({ name: 'alert', value }))
  client.on('tellAlerts', (value) => onNews({ name: 'tellAlerts', value }))
  client.on('counts', (value) => onNews({ name: 'counts', value }))
  client.on('loginSeen', (value) => onNews({ name: 'loginSeen', value }))
  client.on('lastDelivery', (value) => onNews({ name: 'lastDelivery', value }))
  client.on('paces', (value) => onNews({ name: 'paces', value }))
  client.on('practice', (value) => onNews({ name: 'practice', value }))
  client.on('problems', (value) => onNews({ name: 'problems', value }))
  client.on('checkProgress', (value) => onNews({ name: 'checkProgress', value }))
}
