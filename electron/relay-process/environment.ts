/** What a helper process gets of our environment; a utility process would otherwise inherit all of it. */
const passedOn: readonly string[] = [
  // to find libraries and folders
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'APPDATA',
  'LOCALAPPDATA',
  'USERPROFILE',
  'XDG_RUNTIME_DIR',
  'XDG_DATA_HOME',
  'XDG_CONFIG_HOME',
  'XDG_CACHE_HOME',
  // times and texts of the system
  'LANG',
  'LC_ALL',
  'TZ',
  // a firm's own certificate authority, which Node trusts beside the usual ones
  'NODE_EXTRA_CA_CERTS',
]

/** And what only the keychain needs: the way to the session's bus and, for its prompt, to the display. */
const forTheKeychain: readonly string[] = [
  'DBUS_SESSION_BUS_ADDRESS',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
]

export function relayEnvironment(all: NodeJS.ProcessEnv): Record<string, string> {
  return only(passedOn, all)
}

export function keychainEnvironment(all: NodeJS.ProcessEnv): Record<string, string> {
  return only([...passedOn, ...forTheKeychain], all)
}

function only(names: readonly string[], all: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of names) {
    const value = all[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}
