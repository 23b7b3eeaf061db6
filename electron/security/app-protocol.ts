import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { pageHeaders } from './content-policy.ts'
import { pageFile } from './page-file.ts'
import { pageScheme } from './page-origin.ts'

/** Before the app is ready, as Electron demands. `codeCache` keeps the compiled page between two starts. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the page's files, and nothing else, from `root`. */
export function serveAppProtocol(session: Session, root: string): void {
  session.protocol.handle(pageScheme, async (request) => {
    const file = request.method === 'GET' ? pageFile(root, request.url) : null
    if (!file) return new Response('not found', { status: 404, headers: pageHeaders })
    try {
      const bytes = await readFile(file.path)
      return new Response(new Uint8Array(bytes), {
        headers: { ...pageHeaders, 'content-type': file.mediaType },
      })
    } catch {
      return new Response('not found', { status: 404, headers: pageHeaders })
    }
  })
}
