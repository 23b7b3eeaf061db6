import type { Race } from './beside-postfix.ts'

export const kept = {
  name: '20 senders, connections kept',
  senders: 20,
  keepsConnections: true,
  messages: 4000,
}
const fresh = {
  name: '20 senders, one connection a message',
  senders: 20,
  keepsConnections: false,
  messages: 3000,
}
const single = {
  name: 'one sender, one connection a message',
  senders: 1,
  keepsConnections: false,
  messages: 1500,
}

/** Goals: times as many messages a second as Postfix. */
export const plainRaces: readonly Race[] = [
  { load: kept, goal: 3.5, aim: 5 },
  { load: fresh, goal: 2, aim: 3 },
  { load: single, goal: 1.75, aim: 2 },
]

/** With STARTTLS and AUTH in and out. Fewer messages: a handshake costs more than a message itself. */
export const secureRaces: readonly Race[] = [kept, fresh, single].map((load) => ({
  load: { ...load, messages: load.messages / 2 },
  goal: 1.5,
  aim: null,
}))
