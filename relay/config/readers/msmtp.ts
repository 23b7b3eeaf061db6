import { type Finding, findingOf, linesIn, mostFindings, numberIn } from './found-server.ts'

type Commands = ReadonlyMap<string, string>

/**
 * The accounts of an msmtprc (msmtp(1), "Configuration files"): `defaults` count for the accounts below them, an account
 * takes over those it names after a colon. A `passwordeval` is noted and never run.
 */
export function readMsmtp(text: string): readonly Finding[] {
  return [...readAccounts(text)].slice(0, mostFindings).flatMap(([name, commands]) => {
    const isOn = (command: string, otherwise: boolean): boolean => {
      const value = commands.get(command)
      return value === undefined ? otherwise : value === 'on' || value === ''
    }
    const tls = isOn('tls', false) ? (isOn('tls_starttls', true) ? 'starttls' : 'implicit') : 'none'
    const finding = findingOf({
      program: 'msmtp',
      label: name,
      host: commands.get('host'),
      port: numberIn(commands.get('port')) ?? (tls === 'starttls' ? 25 : undefined),
      tls,
      username: commands.get('user'),
      from: commands.get('from'),
      password: commands.get('password'),
      notes: [
        ...(commands.has('passwordeval') ? (['password-by-command'] as const) : []),
        ...(/^(oauthbearer|xoauth2)$/.test(commands.get('auth') ?? '') ? (['was-oauth'] as const) : []),
      ],
    })
    return finding ?? []
  })
}

function readAccounts(text: string): ReadonlyMap<string, Commands> {
  const accounts = new Map<string, Map<string, string>>()
  let defaults = new Map<string, string>()
  let current = defaults
  for (const line of linesIn(text)) {
    const [, command, rest = ''] = /^\s*([a-z_]+)(?:\s+(.*))?$/s.exec(line) ?? []
    if (command === 'defaults') {
      defaults = new Map()
      current = defaults
    } else if (command === 'account') {
      const [name = '', bases = ''] = rest.split(':', 2).map((part) => part.trim())
      current = new Map(defaults)
      for (const base of bases.split(',')) {
        for (const [taken, value] of accounts.get(base.trim()) ?? []) current.set(taken, value)
      }
      // "account default : office" is only another name for one that is listed already
      if (bases === '' || name !== 'default') accounts.set(name, current)
      if (accounts.size > mostFindings) break
    } else if (command !== undefined) current.set(command, unquoted(rest.trim()))
  }
  return accounts
}

function unquoted(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
}
