import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startAsRoot } from '../as-root.ts'
import { freePort } from '../free-port.ts'
import { type Marionette, openMarionette } from './marionette.ts'
import { thunderbirdPrefs } from './thunderbird.ts'

/**
 * A Thunderbird started for the first time, with files of ours in the folder that it looks into for a domain's settings; in
 * that process alone (a mount of its own), so that nothing stays on this computer.
 */
export async function openNewThunderbird(
  display: string,
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<Marionette> {
  const [profile, settings] = [join(folder, 'profile'), join(folder, 'isp')]
  await mkdir(profile)
  await mkdir(settings)
  const port = await freePort()
  const prefs = { 'marionette.port': port, 'mail.provider.suppress_dialog_on_startup': false }
  await writeFile(join(profile, 'user.js'), thunderbirdPrefs(prefs))
  for (const [name, text] of Object.entries(files)) await writeFile(join(settings, name), text)
  const script = `mount --bind "${settings}" /usr/lib/thunderbird/isp
exec env HOME="${folder}" LANG=C.UTF-8 DISPLAY=${display} \\
  thunderbird --no-remote --marionette --remote-allow-system-access --profile "${profile}"`
  const program = startAsRoot('unshare', ['-m', 'sh', '-ec', script])
  const window = await openMarionette(port)
  return {
    ...window,
    async quit() {
      await window.quit()
      await program.ended
    },
  }
}
