/** A number in [0, 1). The same seed gives the same numbers in the same order. */
export type Chance = () => number

/** Mulberry32: small, and even enough to choose moments and weather with. `seed`: a 32-bit number. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `low` to `high`, both included. */
export function between(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1))
}

export type TortureMessage = {
  readonly id: string
  /** the client's own address: who sent it, and who is told when it asked for that */
  readonly sender: string
  /** each belongs to this message alone */
  readonly recipients: readonly string[]
  /** its sender wants to be told of recipients that are refused (RFC 3461) */
  readonly asksForNotice: boolean
  readonly bytes: Buffer
}

const longBytes = 300_000
/** More than one synced step of the queue while it comes in. */
const hugeBytes = 5_000_000

/**
 * The message with this id, always the same: whoever receives it can tell whether each byte is right. One in six has
 * up to six recipients, of which some are refused for good; one in twenty-five is long enough to be written to disk
 * while it comes in, one in four hundred is huge; one in three names a priority of its own.
 */
export function tortureMessage(seed: number, id: string): TortureMessage {
  const chance = chanceFrom(seed ^ hashOf(id))
  const many = chance() < 1 / 6
  const refusals = many ? 1 / 8 : 1 / 40
  const names = Array.from({ length: many ? between(chance, 2, 6) : 1 }, (_, index) => {
    const name = index === 0 ? id : `${id}.copy${index}`
    return chance() < refusals ? `${name}.${refusedMark}` : name
  })
  const recipients = names.map((name) => `${name}@customer.example`)
  const asksForNotice = recipients.some(isRefusedForGood) && chance() < 1 / 12
  const sizes = chance()
  const size = sizes < 1 / 400 ? hugeBytes : sizes < 1 / 25 ? longBytes : between(chance, 100, 6_000)
  const priority = chance() < 1 / 3 ? [`X-Priority: ${between(chance, 1, 5)}`] : []
  const lines = [
    'From: Accounts <info@firm.example>',
    `To: ${recipients.join(', ')}`,
    `Subject: Invoice ${id}`,
    'Date: Mon, 02 Nov 2026 09:00:00 +0000',
    `Message-ID: <${id}@firm.example>`,
    ...priority,
    '',
    `.a line that begins with a dot, of ${id}`,
  ]
  for (let written = 0, number = 0; written < size; number++) {
    const line = `${number} ${id} ${'.'.repeat(between(chance, 0, 60))}${Math.floor(chance() * 1e9)}`
    lines.push(line)
    written += line.length + 2
  }
  const sender = `${clientOf(id)}@firm.example`
  return { id, sender, recipients, asksForNotice, bytes: Buffer.from(`${lines.join('\r\n')}\r\n`) }
}

/** The id of a client's `number`-th message. */
export function messageId(client: string, number: number): string {
  return `${client}n${number}`
}

function clientOf(id: string): string {
  return id.slice(0, id.indexOf('n'))
}

/** Whether mail for this address is for one of the clients: nothing but a notice is. */
export function isClientsOwn(address: string): boolean {
  return address.endsWith('@firm.example')
}

const refusedMark = 'refused'

/** Whether the server will never take mail for this address. */
export function isRefusedForGood(address: string): boolean {
  return address.includes(`.${refusedMark}@`)
}

/** The id of the message that was sent to this address. */
export function idOfRecipient(address: string): string {
  return address.slice(0, address.search(/[.@]/))
}

/** FNV-1a over the id's characters. */
function hashOf(id: string): number {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01_00_01_93)
  return hash
}

const addedByTheRelay = /^Received: [^\r\n]*\r\n(?:\t[^\r\n]*\r\n)+$/

/** Whether these are the message's bytes, each of them, behind the trace field that the relay puts in front. */
export function arrivedWhole(seed: number, id: string, arrived: Buffer): boolean {
  const { bytes } = tortureMessage(seed, id)
  const start = arrived.length - bytes.length
  if (start <= 0 || !arrived.subarray(start).equals(bytes)) return false
  return addedByTheRelay.test(arrived.subarray(0, start).toString('latin1'))
}
