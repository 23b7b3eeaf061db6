import type { DeliveryStage } from '../domain/delivery-outcome.ts'

/** What a server said it can do (RFC 5321 4.1.1.1). */
export type UpstreamAbilities = {
  readonly pipelining: boolean
  readonly dsn: boolean
  /** it wants to hear a message's size at MAIL FROM */
  readonly size: boolean
  readonly smtpUtf8: boolean
  readonly eightBitMime: boolean
  /** mechanisms named after AUTH; null when AUTH was not offered */
  readonly authMechanisms: readonly string[] | null
  /** the largest message it takes in bytes; null when it set no limit */
  readonly maxBytes: number | null
}

const stageOfCommand: Readonly<Record<string, DeliveryStage>> = {
  EHLO: 'greeting',
  HELO: 'greeting',
  STARTTLS: 'starttls',
  AUTH: 'auth',
}

type LogEntry = { readonly tnx?: string; readonly discarded?: unknown }

/**
 * Our own note of how far the setting up of a session has come: the library reports every drop as a failed connect.
 * It listens where the library would write its log (which has the credentials masked) and keeps no line of it but
 * the server's list of abilities.
 */
export function createSessionLog(): {
  readonly logger: Record<
    'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    (...entry: unknown[]) => void
  >
  stage(): DeliveryStage
  /** bytes came in clear text after the answer to STARTTLS: somebody on the way may have put them there */
  injected(): boolean
  abilities(): UpstreamAbilities
} {
  let stage: DeliveryStage = 'connect'
  let awaitsAbilities = false
  let injected = false
  let abilities = readAbilities('')

  const note = (entry: unknown, text: unknown): void => {
    if (!isEntry(entry) || typeof text !== 'string') return
    if (entry.tnx === 'client') {
      const verb = text.slice(0, 8).split(/[ \r\n]/)[0] ?? ''
      stage = stageOfCommand[verb] ?? stage
      awaitsAbilities = verb === 'EHLO' || verb === 'HELO'
    } else if (entry.tnx === 'server' && awaitsAbilities) {
      awaitsAbilities = false
      abilities = readAbilities(text)
    }
  }
  const ignore = (): void => undefined
  return {
    logger: {
      trace: ignore,
      debug: note,
      info(entry) {
        if (!isEntry(entry)) return
        // The socket is open; what is missing now is the server's first word.
        if (entry.tnx === 'network' && stage === 'connect') stage = 'greeting'
      },
      warn(entry) {
        if (isEntry(entry) && entry.discarded !== undefined) injected = true
      },
      error: ignore,
      fatal: ignore,
    },
    stage: () => stage,
    injected: () => injected,
    abilities: () => abilities,
  }
}

/** Reads an EHLO reply; an unknown or empty one promises nothing. */
export function readAbilities(reply: string): UpstreamAbilities {
  const lines = reply
    .split(/\r?\n/)
    .slice(1)
    .map((line) =>
      line
        .replace(/^\d{3}[ -]/, '')
        .trim()
        .toUpperCase(),
    )
  const named = (name: string): string | undefined =>
    lines.find((line) => line === name || line.startsWith(`${name} `))
  // "AUTH=LOGIN" is how some old servers write it.
  const auth = lines.filter((line) => /^AUTH[ =]/.test(line) || line === 'AUTH')
  const size = Number(named('SIZE')?.split(/\s+/)[1] ?? 0)
  return {
    pipelining: named('PIPELINING') !== undefined,
    dsn: named('DSN') !== undefined,
    size: named('SIZE') !== undefined,
    smtpUtf8: named('SMTPUTF8') !== undefined,
    eightBitMime: named('8BITMIME') !== undefined,
    authMechanisms:
      auth.length === 0
        ? null
        : auth.flatMap((line) =>
            line
              .slice(5)
              .split(/[\s=]+/)
              .filter(Boolean),
          ),
    // SIZE 0 means "no fixed limit" (RFC 1870 4).
    maxBytes: Number.isSafeInteger(size) && size > 0 ? size : null,
  }
}

function isEntry(value: unknown): value is LogEntry {
  return typeof value === 'object' && value !== null
}
