import type { WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'

/** What the app does for other programs on this computer: one Thunderbird profile is here, and no printer. */
export function programsDouble() {
  return {
    watchPrograms: () => ({ open: true, steps: [] }),
    findOutgoing: () => [],
    saveProgramFile: ({ format }) => ({ outcome: 'written', files: [`/home/me/${format}`] }),
    findThunderbirdProfiles: () => [
      { folder: '/home/me/.thunderbird/abc.default', inUse: false, added: null },
    ],
    addToThunderbird: ({ folder }) => ({ outcome: 'written', files: [`${folder}/prefs.js`] }),
    removeFromThunderbird: ({ folder }) => ({ outcome: 'written', files: [`${folder}/prefs.js`] }),
    readOutgoingFile: () => null,
    printPage: () => ({ ok: false, detail: 'no printer' }),
    copyText: () => null,
    openLink: () => null,
  } satisfies Partial<Handlers<WindowContract>>
}
