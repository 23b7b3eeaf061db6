import type { DeliveryStage } from '../domain/delivery-outcome.ts'

/** What a server said it can do (RFC 5321 4.1.1.1). */
export type UpstreamAbilities = {
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
  MAIL: 'mail-from',
  RCPT: 'rcpt',
  DATA: 'data',
}

type LogEntry = { readonly tnx?: string }

/**
 * Our own note of how far a session has come: the library reports a drop after the message as a failed connect.
 * It listens where the library would write its log (which has the credentials masked) and keeps no line of it but
 * the server's list of abilities.
 */
export function createSessionLog(): {
  readonly logger: Record<
    'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    (...entry: unknown[]) => void
  >
  stage(): DeliveryStage
  setStage(stage: DeliveryStage): void
  abilities(): UpstreamAbilities
} {
  let stage: DeliveryStage = 'connect'
  let awaitsAbilities = false
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
        // The last byte of the message, the final dot's line included, is with the socket.
        if (entry.tnx === 'message') stage = 'end-of-data'
      },
      warn: ignore,
      error: ignore,
      fatal: ignore,
    },
    stage: () => stage,
    setStage(next) {
      stage = next
    },
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
