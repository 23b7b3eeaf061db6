// What the tests need beyond Node: a virtual display, a keyring, and real mail programs to talk to.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ask, must, say, stop } from './support.mjs'

const isMain = import.meta.url === pathToFileURL(process.argv[1] ?? '').href

const packages = [
  // Electron's own, and a display for it
  'xvfb libgtk-3-0 libnss3 libasound2 libgbm1 fonts-dejavu-core',
  // a keyring in a session of its own
  'gnome-keyring dbus dbus-x11 libsecret-1-0 libsecret-tools',
  // a real server with SASL, and a real client
  'postfix libsasl2-modules sasl2-bin swaks libnet-ssleay-perl libauthen-sasl-perl',
  // other clients, and a look at the order of system calls
  'msmtp strace',
  // programs that send with the values of their guides
  'curl mutt s-nail php-cli libphp-phpmailer',
  // what is on paper
  'poppler-utils',
  // a network with a device in it, and a firewall
  'iproute2 nftables',
  // a clock that can be set for one program
  'libfaketime',
  // its email package reads every header that we accept
  'python3',
  // what one suite alone needs, named on the command line
  ...(isMain ? process.argv.slice(2) : []),
].flatMap((line) => line.split(' '))

/** Debian renamed some libraries for 64-bit time; a package counts as there under either name. */
function isInstalled(name) {
  return [name, `${name}t64`].some((known) => {
    const status = ask('dpkg-query', ['--show', '--showformat=${db:Status-Status}', known])
    return status === 'installed'
  })
}

// Where libasound2t64 exists, libasound2 is a name with several providers, of which apt doesn't choose one.
const plain = packages.filter((name) => name !== 'libasound2')
const words = ['install', '-y', '-qq', '--no-install-recommends', ...plain].join(' ')

// Postfix's package would start a server on port 25 and at every boot: the tests start their own, elsewhere.
const installation = `set -e
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap "rm -f $policy" EXIT
  printf '#!/bin/sh\nexit 101\n' > $policy
  chmod 755 $policy
fi
hadPostfix=$(command -v postfix || true)
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
sound=libasound2
if apt-cache show libasound2t64 >/dev/null 2>&1; then sound=libasound2t64; fi
apt-get ${words} $sound
if [ -d /run/systemd/system ] && [ -z "$hadPostfix" ]; then
  systemctl disable --quiet --now postfix saslauthd
fi`

/** How to become root without being asked for a password: a command's first words, or null. */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return ask('sudo', ['-n', 'true']) === null ? null : ['sudo', '-n']
}

/** Installs the missing packages, or says the one command that does and stops with status 1. */
export async function installDebianPackages() {
  if (process.platform !== 'linux') return
  if (ask('dpkg-query', ['--version']) === null) {
    say(`This is not Debian: the tests need the equivalent of ${packages.join(' ')}.`)
    return
  }
  const missing = packages.filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  const prefix = rootPrefix()
  if (prefix === null) {
    stop(
      `The tests need Debian packages that only root can install: ${missing.join(' ')}.\nRun this once, then again what you ran:\n\n` +
        `  sudo "${process.execPath}" "${fileURLToPath(import.meta.url)}" ${isMain ? process.argv.slice(2).join(' ') : ''}\n`,
    )
  }
  say(`Installing Debian packages for the tests: ${missing.join(' ')}`)
  const [command, ...rest] = [...prefix, 'sh', '-c', installation]
  await must(command, rest, { name: 'the installation of Debian packages' })
}

if (isMain) await installDebianPackages()
