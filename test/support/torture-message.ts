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
  /** each belongs to this message alone */
  readonly recipients: readonly string[]
  readonly bytes: Buffer
}

const longBytes = 300_000

/**
 * The message with this id, always the same: whoever receives it can tell whether each byte is right. One in eight
 * has two recipients, one in twenty-five is long enough to be written to disk while it comes in, and one in thirty
 * has a recipient that the server refuses for good.
 */
export function tortureMessage(seed: number, id: string): TortureMessage {
  const chance = chanceFrom(seed ^ hashOf(id))
  const twice = chance() < 1 / 8
  const local = chance() < 1 / 30 ? `${id}.${refusedMark}` : id
  const recipients = [`${local}@customer.example`, ...(twice ? [`${id}.copy@customer.example`] : [])]
  const size = chance() < 1 / 25 ? longBytes : between(chance, 100, 6_000)
  const lines = [
    'From: Accounts <info@firm.example>',
    `To: ${recipients.join(', ')}`,
    `Subject: Invoice ${id}`,
    'Date: Mon, 02 Nov 2026 09:00:00 +0000',
    `Message-ID: <${id}@firm.example>`,
    '',
    `.a line that begins with a dot, of ${id}`,
  ]
  for (let written = 0, number = 0; written < size; number++) {
    const line = `${number} ${id} ${'.'.repeat(between(chance, 0, 60))}${Math.floor(chance() * 1e9)}`
    lines.push(line)
    written += line.length + 2
  }
  return { id, recipients, bytes: Buffer.from(`${lines.join('\r\n')}\r\n`) }
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
