import { type Finding, findingOf, linesIn, numberIn } from './found-server.ts'

type Parameters = ReadonlyMap<string, string>

/** Where main.cf says the passwords are, as text files: "hash:/etc/postfix/sasl_passwd" is made from that very file. */
export function passwordTables(mainCf: string): readonly string[] {
  return maps(readMainCf(mainCf))
    .flatMap((map) => /^(?:hash|lmdb|btree|texthash|cdb|dbm):(\/.+)$/.exec(map)?.[1] ?? [])
    .slice(0, 5)
}

/**
 * The `relayhost` of a Postfix (postconf(5)) with its entry in sasl_passwd. `passwordTable`: the text of those tables;
 * empty when they can't be read.
 */
export function readPostfix(mainCf: string, passwordTable: string): readonly Finding[] {
  const parameters = readMainCf(mainCf)
  const relayhost = parameters.get('relayhost') ?? ''
  const [, bracketed, bare, service] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\w+))?$/.exec(relayhost) ?? []
  const host = bracketed ?? bare
  const [username, password] = signIn(relayhost, host ?? '', passwordTable)
  const finding = findingOf({
    program: 'postfix',
    label: 'relayhost',
    host,
    port: servicePorts.get(service ?? 'smtp') ?? numberIn(service),
    tls: tlsOf(parameters),
    username,
    password,
  })
  return finding ? [finding] : []
}

const servicePorts: ReadonlyMap<string, number> = new Map([
  ['smtp', 25],
  ['submission', 587],
  ['submissions', 465],
  ['smtps', 465],
])

function tlsOf(parameters: Parameters): 'starttls' | 'implicit' | 'none' {
  if (parameters.get('smtp_tls_wrappermode') === 'yes') return 'implicit'
  const level = parameters.get('smtp_tls_security_level') ?? ''
  if (level !== '') return level === 'none' ? 'none' : 'starttls'
  const older = ['smtp_use_tls', 'smtp_enforce_tls'].some((name) => parameters.get(name) === 'yes')
  return older ? 'starttls' : 'none'
}

/** Postfix looks the table up by the relayhost as it is written, then by the host alone. */
function signIn(relayhost: string, host: string, table: string): readonly [string, string] {
  const entries = new Map<string, string>()
  for (const line of logicalLines(table)) {
    const [, key, value] = /^(\S+)\s+(.+)$/s.exec(line) ?? []
    if (key !== undefined && value !== undefined) entries.set(key.toLowerCase(), value)
  }
  const found = entries.get(relayhost.toLowerCase()) ?? entries.get(host.toLowerCase()) ?? ''
  const colon = found.indexOf(':')
  return colon === -1 ? [found, ''] : [found.slice(0, colon), found.slice(colon + 1)]
}

function maps(parameters: Parameters): readonly string[] {
  return (parameters.get('smtp_sasl_password_maps') ?? '').split(/[\s,]+/)
}

function readMainCf(text: string): Parameters {
  const parameters = new Map<string, string>()
  for (const line of logicalLines(text)) {
    const [, name, value = ''] = /^([a-z0-9_]+)\s*=(.*)$/s.exec(line) ?? []
    if (name !== undefined) parameters.set(name, value.trim())
  }
  const expand = (value: string): string =>
    value.replaceAll(/\$(?:\{(\w{1,100})\}|\((\w{1,100})\)|(\w{1,100}))/g, (_all, brace, paren, plain) =>
      (parameters.get(String(brace ?? paren ?? plain)) ?? '').slice(0, 1_000),
    )
  // Twice: a parameter named by another is as deep as real files go, and a circle must end.
  return new Map(
    [...parameters].map(([name, value]) => [name, expand(expand(value.slice(0, 2_000)).slice(0, 10_000))]),
  )
}

/** Lines that begin with white space go on the one before; "#" begins a comment only at a line's start. */
function logicalLines(text: string): readonly string[] {
  const lines: string[] = []
  for (const line of linesIn(text)) {
    if (/^\s*(#|$)/.test(line)) continue
    const cut = line.trimEnd()
    const before = lines.at(-1)
    if (/^\s/.test(cut) && before !== undefined) {
      if (before.length < 20_000) lines[lines.length - 1] = `${before} ${cut.trim()}`
    } else lines.push(cut.trim())
  }
  return lines
}
