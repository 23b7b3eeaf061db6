import { z } from 'zod'
import { deliveryWishes, listener, relayConfiguration } from '../../relay/config/configuration.ts'
import { type ConfigurationProblem, schemaProblem } from '../../relay/config/schema-problem.ts'
import { alertSettings } from '../../relay/domain/alert-settings.ts'
import { dnsServer } from '../../relay/domain/domain-ownership.ts'
import { done, failed, type Result } from '../../relay/domain/result.ts'
import { authorizes, notVerified } from '../../relay/domain/verification.ts'
import { verifiedEntries } from '../../relay/domain/verified-entries.ts'
import { practiceRules } from '../../relay/ipc/relay-contract.ts'
import type { TransferProblem } from '../ipc/window-transfer.ts'
import { loginSettings, type Settings, type UserSettings, userSettings } from './settings-schema.ts'

const format = 'smtp-plus-companion-settings'
const version = 1
/** The most that is read of a file of settings, in bytes: 2,000 sign-ins and long lists are a tenth of it. */
export const longestExchangeBytes = 8 * 1024 * 1024

/**
 * The settings as they travel: without passwords, without hashes of sign-ins, without what belongs to one computer
 * (language, the installation's number, codes on their way, files with certificates).
 */
const exchangeFile = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  exportedAt: z.iso.datetime(),
  listen: z.array(listener).min(1),
  users: z.array(userSettings.omit({ password: true, caFile: true })),
  logins: z.array(loginSettings.omit({ passwordHash: true })),
  practice: practiceRules,
  alerts: alertSettings,
  dnsServers: z.array(dnsServer).default([]),
  delivery: deliveryWishes.optional(),
  journalDays: relayConfiguration.shape.journalDays,
})
export type ExchangeFile = z.infer<typeof exchangeFile>

export function exchangeOf(settings: Settings, nowMs: number): ExchangeFile {
  return {
    format,
    version,
    exportedAt: new Date(nowMs).toISOString(),
    listen: settings.listen,
    users: settings.users.map(travelling),
    logins: settings.logins.map(({ passwordHash: _stays, ...login }) => login),
    practice: settings.practice,
    alerts: settings.alerts,
    dnsServers: settings.dnsServers,
    ...(settings.delivery ? { delivery: settings.delivery } : {}),
    ...(settings.journalDays === undefined ? {} : { journalDays: settings.journalDays }),
  }
}

/** What is verified stays so; a code that was mailed is the business of the computer that asked for it. */
function travelling({
  password: _stays,
  caFile: _file,
  ...user
}: UserSettings): ExchangeFile['users'][number] {
  const states = verifiedEntries(user, user.verification).map(
    ({ key, state }) => [key, authorizes(state) ? state : notVerified] as const,
  )
  return { ...user, verification: Object.fromEntries(states) }
}

/** Reads what `exchangeOf` made, on whatever computer; the first problem refuses the file as a whole. */
export function parseExchange(text: string): Result<ExchangeFile, TransferProblem> {
  const input = parseJson(text)
  if (!input.ok) return input
  const head = z.looseObject({ format: z.literal(format), version: z.int() }).safeParse(input.value)
  if (!head.success) return failed(problem('not-ours'))
  if (head.data.version > version) {
    const found = { expected: String(version), found: String(head.data.version) }
    return failed({ ...problem('newer-version'), path: 'version', ...found })
  }
  const parsed = exchangeFile.safeParse(input.value)
  if (parsed.success) return done(parsed.data)
  const isKey = parsed.error.issues[0]?.code === 'unrecognized_keys'
  return failed(
    placedProblem(isKey ? 'unknown-key' : 'wrong-value', schemaProblem(parsed.error, input.value)),
  )
}

/** A problem at a place of the file, as what was judged there. */
export function placedProblem(
  reason: TransferProblem['reason'],
  { path, expected, found, ...judged }: ConfigurationProblem,
): TransferProblem {
  return { reason, path, expected, found, judged }
}

function parseJson(text: string): Result<unknown, TransferProblem> {
  try {
    return done(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (fault) {
    // The engine's own message quotes the text around the fault: only the place is taken from it.
    const message = fault instanceof Error ? fault.message : ''
    const position = /at position (\d+)/.exec(message)?.[1]
    const isCutOff = /Unexpected end|Unterminated/.test(message) || Number(position) >= text.trimEnd().length
    if (isCutOff) return failed(problem('cut-off'))
    return failed({
      ...problem('not-json'),
      path: position === undefined ? '' : placeOf(text, Number(position)),
    })
  }
}

/** As "line:column", from 1. */
function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

function problem(reason: TransferProblem['reason']): TransferProblem {
  return { reason, path: '', expected: '', found: '', judged: null }
}
