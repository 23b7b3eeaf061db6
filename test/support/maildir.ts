import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One message for one recipient, as Postfix put it into the maildir. */
export type DeliveredMessage = {
  /** the reverse-path, without its angle brackets */
  readonly mailFrom: string
  readonly recipient: string
  /** Postfix's own Received field: the TLS version and the name that signed in stand there */
  readonly received: string
  /** what came after DATA, with CRLF line ends, as latin1 text: one character a byte */
  readonly bytes: string
}

/** Every message of a maildir, oldest first. A folder that isn't there yet is empty. */
export async function readMaildir(directory: string): Promise<readonly DeliveredMessage[]> {
  const folder = join(directory, 'new')
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(names.sort(byArrival).map((name) => readFile(join(folder, name), 'latin1')))
  return files.map(readDelivered)
}

/** virtual(8) writes Return-Path, X-Original-To, Delivered-To and one Received field above the message. */
function readDelivered(text: string): DeliveredMessage {
  const [, returnPath, originalTo, received, message] =
    /^Return-Path: <(.*)>\nX-Original-To: (.*)\nDelivered-To: .*\n(Received: .*\n(?:\t.*\n)+)([^]*)$/.exec(
      text,
    ) ?? []
  if (
    returnPath === undefined ||
    originalTo === undefined ||
    received === undefined ||
    message === undefined
  ) {
    throw new Error(`not as virtual(8) writes it:\n${text.slice(0, 2_000)}`)
  }
  return {
    mailFrom: returnPath,
    recipient: originalTo,
    received,
    bytes: message.replaceAll('\n', '\r\n'),
  }
}

/** `SECONDS.V…M<microseconds>.HOST` */
function byArrival(one: string, other: string): number {
  return arrival(one) - arrival(other)
}

function arrival(name: string): number {
  const [, seconds, microseconds] = /^(\d+)\..*M(\d+)/.exec(name) ?? []
  return Number(seconds) * 1_000_000 + Number(microseconds)
}
