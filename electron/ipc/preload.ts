import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, changedChannel } from './channels.ts'
import type { WindowBridge } from './window-contract.ts'

// One narrow bridge and no parsing: main parses what comes in, the page what comes back. Types only are imported,
// so that this file stays a few lines: it runs before the page does.
const bridge: WindowBridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  onChanged(listener) {
    const forward = (_event: unknown, deltas: unknown): void => listener(deltas)
    ipcRenderer.on(changedChannel, forward)
    return () => void ipcRenderer.removeListener(changedChannel, forward)
  },
}

contextBridge.exposeInMainWorld('companion', bridge)
