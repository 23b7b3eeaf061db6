import { readFile } from 'node:fs/promises'
import { type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron'
import { pageHeaders } from './content-policy.ts'
import { pageFile } from './page-file.ts'
import { pageScheme, pageUrl } from './page-origin.ts'

/** Before the app is ready, as Electron demands. `codeCache` keeps the compiled page between two starts. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the page's files, and nothing else, from `root`. `onServed` is called whenever the page has got all the files
 * it asked for after the first, which names the others: main's time is its own again.
 *
 * `protocol.handle` is what Electron recommends today. It speaks in Request and Response, and Node takes 50 to 70 ms to
 * load those, in which main could serve the whole page.
 */
export function serveAppProtocol(session: Session, root: string, onServed: () => void): void {
  let unanswered = 0
  const serve = async (
    { method, url }: ProtocolRequest,
    answer: (response: ProtocolResponse) => void,
  ): Promise<void> => {
    unanswered += 1
    const response = await answerTo(root, method, url)
    unanswered -= 1
    answer(response)
    if (unanswered === 0 && url !== pageUrl) setImmediate(onServed)
  }
  session.protocol.registerBufferProtocol(pageScheme, (request, answer) => void serve(request, answer))
}

async function answerTo(root: string, method: string, url: string): Promise<ProtocolResponse> {
  const file = method === 'GET' ? pageFile(root, url) : null
  const data = file ? await readFile(file.path).catch(() => null) : null
  if (!file || !data) return { statusCode: 404, headers: pageHeaders, data: Buffer.from('not found') }
  return { headers: { ...pageHeaders, 'content-type': file.mediaType }, data }
}
