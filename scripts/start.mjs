// `npm start`: sets up what is missing, then opens the app; without a display, the relay on the practice server.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { build, installDependencies } from './set-up.mjs'
import { ask, childEnvironment, projectNode, root, run, say } from './support.mjs'

const words = process.argv.slice(2)

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

async function openApp() {
  // Asked of the project's own Node: the one that runs this may be older than the tools want.
  const folder = ask(projectNode(), [join(root, 'scripts', 'electron.mjs')], { stderr: 'inherit' })
  if (folder === null) return 3
  const switches = []
  if (process.getuid?.() === 0) {
    say(
      'You are root: Chromium runs as root only without its sandbox (--no-sandbox). Better start as a normal user.',
    )
    switches.push('--no-sandbox')
  }
  const env = childEnvironment({ ELECTRON_OVERRIDE_DIST_PATH: folder })
  return run(projectNode(), [join(root, 'node_modules', 'electron', 'cli.js'), ...switches, root, ...words], {
    env,
  })
}

function startHeadless() {
  say('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.')
  say('Starting the relay alone, on the practice server. Ctrl+C stops it.')
  const dataHome = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share')
  const place = words.includes('--data') ? [] : ['--data', join(dataHome, 'smtp-plus-companion', 'practice')]
  return run(projectNode(), [join(root, 'dist', 'relay', 'cli.js'), 'practice', ...place, ...words])
}

await installDependencies()
await build()
process.exit(await (hasDisplay() ? openApp() : startHeadless()))
