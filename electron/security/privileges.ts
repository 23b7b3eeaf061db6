import type { WebPreferences } from 'electron'

/** What the page's process may do; everything not named is Electron's default, which is to forbid. */
export const pagePrivileges = {
  // the page's process has no more rights than a web page's
  sandbox: true,
  // the bridge's functions and the page's live in two worlds
  contextIsolation: true,
  // no Node in the page, its workers or its frames
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  // the same-origin rule stays on, and an https page could never load http parts
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  // no page within the page
  webviewTag: false,
  // a file dropped on the window must not replace the page
  navigateOnDragDrop: false,
  // its dictionaries are downloaded from a server, and what people type would pass through it
  spellcheck: false,
  // values are copied with buttons, through main
  disableDialogs: true,
  enableWebSQL: false,
} as const satisfies WebPreferences
