import { createSocket } from 'node:dgram'
import { onTestFinished } from 'vitest'

type Answer = { readonly txt?: readonly (readonly string[])[]; readonly cname?: string }

/** What a name answers: records, or how the server behaves when it is asked. A name not given is NXDOMAIN. */
export type DnsZone = Readonly<Record<string, Answer | 'refuses' | 'silent'>>

export type DnsServer = {
  /** for `Resolver.setServers` */
  readonly address: string
  /** the names asked for so far, with their type */
  readonly asked: readonly string[]
  /** from now on */
  publish(zone: DnsZone): void
}

const types = { txt: 16, cname: 5 } as const
const codes = { noError: 0, serverFailure: 2, noSuchName: 3 } as const
const headerBytes = 12

/** A name server on a free UDP port of 127.0.0.1, for the running test. Answers TXT and CNAME (RFC 1035, 4.1). */
export async function startDnsServer(zone: DnsZone): Promise<DnsServer> {
  let current = zone
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query, sender) => {
    const { name, type, end } = readQuestion(query)
    const wanted = type === types.txt ? 'txt' : 'cname'
    asked.push(`${name} ${wanted}`)
    const found = current[name]
    if (found === 'silent') return
    const question = query.subarray(headerBytes, end)
    const reply = (code: number, data: readonly Buffer[] = []): void =>
      socket.send(encodeReply(query, question, code, type, data), sender.port, sender.address)
    if (found === undefined) reply(codes.noSuchName)
    else if (found === 'refuses') reply(codes.serverFailure)
    else reply(codes.noError, dataOf(found, wanted))
  })
  await new Promise<void>((resolve) => {
    socket.bind(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => new Promise<void>((resolve) => void socket.close(() => resolve())))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    publish(next) {
      current = next
    },
  }
}

function dataOf({ txt, cname }: Answer, wanted: 'txt' | 'cname'): readonly Buffer[] {
  if (wanted === 'cname') return cname === undefined ? [] : [encodeName(cname)]
  return (txt ?? []).map((pieces) => Buffer.concat(pieces.map(encodeString)))
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = headerBytes
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 }
}

function encodeReply(
  query: Buffer,
  question: Buffer,
  code: number,
  type: number,
  data: readonly Buffer[],
): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.writeUInt16BE(query.readUInt16BE(0), 0)
  // a response, recursion desired and available
  header.writeUInt16BE(0x8180 + code, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(data.length, 6)
  const answers = data.map((bytes) => {
    const front = Buffer.alloc(headerBytes)
    // the name: a pointer to the one in the question
    front.writeUInt16BE(0xc000 + headerBytes, 0)
    front.writeUInt16BE(type, 2)
    front.writeUInt16BE(1, 4)
    front.writeUInt32BE(60, 6)
    front.writeUInt16BE(bytes.length, 10)
    return Buffer.concat([front, bytes])
  })
  return Buffer.concat([header, question, ...answers])
}

function encodeName(name: string): Buffer {
  return Buffer.concat([...name.split('.').map(encodeString), Buffer.of(0)])
}

function encodeString(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1')
  return Buffer.concat([Buffer.of(bytes.length), bytes])
}
