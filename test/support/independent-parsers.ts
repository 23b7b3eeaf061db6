import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import parseAddresses from 'nodemailer/lib/addressparser'
import { z } from 'zod'

/** What one program takes for sender addresses in From, Sender, Resent-From and Resent-Sender. */
export type SeenAddresses = {
  readonly parser: string
  readonly addresses: readonly string[]
  /** the reader's own fault, when it couldn't read the message at all */
  readonly failure: string | null
}

export type IndependentParsers = {
  /** the sender addresses of a message, as each of four readers sees them */
  read(message: Uint8Array): Promise<readonly SeenAddresses[]>
  close(): Promise<void>
}

const identityFields = new Set(['from', 'sender', 'resent-from', 'resent-sender'])
const reader = z.strictObject({ addresses: z.array(z.string()), failure: z.string().nullable() })
const answer = z.strictObject({ compat32: reader, modern: reader })

/** nodemailer's address parser, mailparser and Python's email (old and new policy; one long-lived process). */
export function startIndependentParsers(): IndependentParsers {
  const script = fileURLToPath(new URL('python-email.py', import.meta.url))
  const python = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()

  const askPython = async (message: Uint8Array): Promise<readonly SeenAddresses[]> => {
    python.stdin.write(`${Buffer.from(message).toString('base64')}\n`)
    const line = await lines.next()
    if (line.done === true) throw new Error('Python ended')
    const seen = answer.parse(JSON.parse(line.value))
    return [
      { parser: 'python compat32', ...seen.compat32 },
      { parser: 'python default', ...seen.modern },
    ]
  }

  return {
    async read(message) {
      const [mail, seenByPython] = await Promise.all([simpleParser(Buffer.from(message)), askPython(message)])
      return [
        { parser: 'nodemailer', addresses: byNodemailer(mail), failure: null },
        { parser: 'mailparser', addresses: byMailparser(mail), failure: null },
        ...seenByPython,
      ]
    },
    async close() {
      python.stdin.end()
      await once(python, 'close')
    },
  }
}

function byNodemailer(mail: ParsedMail): readonly string[] {
  return mail.headerLines
    .filter(({ key }) => identityFields.has(key))
    .flatMap(({ line }) => parseAddresses(line.slice(line.indexOf(':') + 1), { flatten: true }))
    .map(({ address }) => address)
}

function byMailparser(mail: ParsedMail): readonly string[] {
  const fields = [mail.from, mail.headers.get('sender')]
  return fields
    .flatMap((field) => (isAddressObject(field) ? field.value : []))
    .map(({ address }) => address ?? '')
}

function isAddressObject(field: unknown): field is AddressObject {
  return typeof field === 'object' && field !== null && 'value' in field && Array.isArray(field.value)
}
