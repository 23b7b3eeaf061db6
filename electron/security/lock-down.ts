import type { App, Session, WebContents } from 'electron'
import { isOurUrl } from './page-origin.ts'

/** Called with a sentence for the log whenever something was refused. */
export type OnRefused = (what: string) => void

/** Refuses for every page of the app whatever a page could ask of the system. Before the first window. */
export function lockDownApp(app: App, onRefused: OnRefused): void {
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents, onRefused))
  app.on('certificate-error', (event, _contents, url, error, _certificate, answer) => {
    event.preventDefault()
    onRefused(`a certificate that does not verify: ${url} (${error})`)
    answer(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
  app.on('login', (event) => event.preventDefault())
}

function lockDownPage(contents: WebContents, onRefused: OnRefused): void {
  // the page never goes anywhere else: not by a link, a form, a redirect or a dropped file
  contents.on('will-frame-navigate', (event) => {
    if (isOurUrl(event.url) && event.isMainFrame) return
    event.preventDefault()
    onRefused(`a page that wanted to go to ${event.url}`)
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
    onRefused(`a redirection to ${event.url}`)
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    onRefused('a page that wanted to embed another')
  })
  contents.setWindowOpenHandler(({ url }) => {
    onRefused(`a page that wanted to open ${url}`)
    return { action: 'deny' }
  })
}

/** Refuses permissions and all network traffic of the page: it talks to main, and main to nobody. */
export function lockDownSession(session: Session, onRefused: OnRefused): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    onRefused(`the permission ${permission}`)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((request, answer) => {
    const cancel = !isOurUrl(request.url) && !isDevTools(request.url)
    if (cancel) onRefused(`a request to ${request.url}`)
    answer({ cancel })
  })
  session.on('will-download', (event, item) => {
    event.preventDefault()
    onRefused(`a download of ${item.getURL()}`)
  })
}

// The developer tools are a page of Chromium's own, built in; packaged builds don't open them.
function isDevTools(url: string): boolean {
  return url.startsWith('devtools://')
}
