import { net, powerMonitor } from 'electron'

const lookEveryMs = 5000

/** Calls when the computer woke up, or when the operating system says that it is online again. */
export function onReturn(returned: () => void): void {
  powerMonitor.on('resume', returned)
  // Electron's main process has no event for it.
  let wasOnline = net.isOnline()
  const look = setInterval(() => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) returned()
    wasOnline = isOnline
  }, lookEveryMs)
  look.unref()
}
