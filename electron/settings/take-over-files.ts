import { open, readdir } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Finding } from '../../relay/config/readers/found-server.ts'
import { longestOutgoingFileBytes, readOutgoingFile } from '../../relay/config/readers/outgoing-file.ts'
import { passwordTables } from '../../relay/config/readers/postfix.ts'
import { readProfilesIni } from '../../relay/config/readers/thunderbird.ts'

export type FoundInFile = { readonly file: string; readonly findings: readonly Finding[] }

export type Computer = {
  readonly platform: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The outgoing servers in one file; a file that can't be read, or is of another kind, has none. */
export async function findIn(file: string): Promise<FoundInFile> {
  const text = await textOf(file)
  const tables = text.includes('smtp_sasl_password_maps') ? passwordTables(text) : []
  const passwordTable = (await Promise.all(tables.map(textOf))).join('\n')
  return { file, findings: readOutgoingFile(text, passwordTable) }
}

/** What lies at the usual places: Thunderbird's profiles, msmtp's and Postfix's files. */
export async function findAtUsualPlaces(computer: Computer): Promise<readonly FoundInFile[]> {
  const profiles = await thunderbirdProfiles(computer)
  const files = [...profiles.map((folder) => join(folder, 'prefs.js')), ...settingsFiles(computer)]
  const found = await Promise.all(files.map(findIn))
  return found.filter(({ findings }) => findings.length > 0)
}

/** The folders of Thunderbird's profiles; some may not be there any more. */
export async function thunderbirdProfiles(computer: Computer): Promise<readonly string[]> {
  return (await Promise.all(thunderbirdFolders(computer).map(profilesIn))).flat()
}

function thunderbirdFolders({ platform, home, env }: Computer): readonly string[] {
  if (platform === 'win32') return env['APPDATA'] ? [join(env['APPDATA'], 'Thunderbird')] : []
  if (platform === 'darwin') return [join(home, 'Library', 'Thunderbird')]
  return [
    join(home, '.thunderbird'),
    join(home, 'snap', 'thunderbird', 'common', '.thunderbird'),
    join(home, '.var', 'app', 'org.mozilla.Thunderbird', '.thunderbird'),
  ]
}

function settingsFiles({ platform, home, env }: Computer): readonly string[] {
  if (platform === 'win32') return []
  const config = env['XDG_CONFIG_HOME'] ?? join(home, '.config')
  return [join(home, '.msmtprc'), join(config, 'msmtp', 'config'), '/etc/msmtprc', '/etc/postfix/main.cf']
}

/** The profiles that profiles.ini names; without one, every folder that could be a profile. */
async function profilesIn(folder: string): Promise<readonly string[]> {
  const named = readProfilesIni(await textOf(join(folder, 'profiles.ini')))
  if (named.length > 0) {
    return named.map(({ path, relative }) => (relative || !isAbsolute(path) ? join(folder, path) : path))
  }
  const inside = await readdir(folder).catch(() => [])
  return inside.slice(0, 50).map((name) => join(folder, name))
}

async function textOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      const stat = await file.stat()
      if (!stat.isFile() || stat.size > longestOutgoingFileBytes) return ''
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch {
    // not there, or not for this account: nothing is found in it
    return ''
  }
}
