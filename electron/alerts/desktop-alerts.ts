import { Notification } from 'electron'

export type DesktopAlerts = {
  /** Shows one notification; a click on it opens the window. Nothing happens where the desktop has none. */
  show(title: string, body: string): void
}

export function desktopAlerts(onClick: () => void): DesktopAlerts {
  // kept, or the garbage collector takes a notification's click away with it
  const shown = new Set<Notification>()
  return {
    show(title, body) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body })
      shown.add(notification)
      notification.on('click', onClick)
      notification.on('close', () => shown.delete(notification))
      notification.show()
    },
  }
}
