import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'

export type ServiceAnswer = {
  /** 0: none at all */
  readonly status: number
  /** a text is sent as it is, anything else as JSON */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type ServiceDouble = {
  readonly port: number
  /** what was asked so far, the newest last */
  readonly asked: { method: string | undefined; url: string | undefined; body: string }[]
  answerWith(answer: ServiceAnswer): void
  stop(): Promise<void>
}

/** Every field of listuserinfo that is documented anywhere. */
export const documentedListing = {
  IsEnabled: true,
  DomainList: 'firm.example;New.Example',
  SenderList: 'info@partner.example',
  Priority: 2,
  Note: 'front desk',
  BlockUntil: '2999-01-01T00:00:00Z',
  AdminBlock: false,
}

/** MailUp's listuserinfo on this computer, over real https; it answers what it is told to. */
export async function startServiceDouble(
  certificate: { readonly keyFile: string; readonly certFile: string },
  port = 0,
): Promise<ServiceDouble> {
  const pair = { key: await readFile(certificate.keyFile), cert: await readFile(certificate.certFile) }
  const asked: ServiceDouble['asked'] = []
  let answer: ServiceAnswer = { status: 200, body: documentedListing }
  const server = createServer(pair, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, body: Buffer.concat(chunks).toString() })
      if (answer.status === 0) return
      response.writeHead(answer.status, answer.headers)
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the double has no port')
  return {
    port: address.port,
    asked,
    answerWith: (next) => {
      answer = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
