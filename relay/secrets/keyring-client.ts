import { failed, type Result } from '../domain/result.ts'
import { connectContract, type PortLike } from '../ipc/relay-port.ts'
import { keychainAccount } from './keychain-item.ts'
import type { KeychainProblem } from './keychain-problem.ts'
import { keyringContract } from './keyring-contract.ts'
import { Secret } from './secret.ts'

/** A running keyring process, however it was started. */
export type KeyringHelper = {
  readonly port: PortLike
  /** Ends the process at once, by its handle. */
  kill(): void
  onExit(listener: () => void): void
}

/** The keychain as the rest of the program sees it. Every call resolves, also when the system's keyring hangs. */
export type Keyring = {
  ping(): Promise<Result<null, KeychainProblem>>
  read(userId: string): Promise<Result<Secret, KeychainProblem>>
  /** Of each user's item, in this order, null where there is none: see fingerprint.ts. */
  fingerprints(
    userIds: readonly string[],
    key: string,
  ): Promise<Result<readonly (string | null)[], KeychainProblem>>
  write(userId: string, password: Secret): Promise<Result<null, KeychainProblem>>
  /** A user without an item counts as removed. */
  remove(userId: string): Promise<Result<null, KeychainProblem>>
  close(): void
}

export type KeyringLimits = {
  /** how long the system may take to answer at all */
  readonly answerMs: number
  /** how long a person may take in front of the system's unlock prompt */
  readonly promptMs: number
}

const defaultLimits: KeyringLimits = { answerMs: 5_000, promptMs: 60_000 }

const notAnswering = failed({ reason: 'keychain-not-answering' } as const)

/**
 * Talks to the keyring in a helper process, one call at a time. Before each call a ping that can open no prompt
 * shows whether the keyring answers at all; one that doesn't within `answerMs` is given up and its helper killed.
 * Only then comes the call itself, for which a person may first have to unlock the keyring.
 */
export function openKeyring(
  startHelper: () => KeyringHelper,
  limits: KeyringLimits = defaultLimits,
): Keyring {
  let running: { helper: KeyringHelper; client: ReturnType<typeof connect> } | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const start = (): { helper: KeyringHelper; client: ReturnType<typeof connect> } => {
    const helper = startHelper()
    const started = { helper, client: connect(helper.port) }
    helper.onExit(() => {
      started.client.close()
      if (running === started) running = null
    })
    return started
  }

  const giveUp = (): void => {
    const stuck = running
    running = null
    stuck?.client.close()
    stuck?.helper.kill()
  }

  const call = async <Value>(
    ask: (client: ReturnType<typeof connect>) => Promise<Result<Value, KeychainProblem>>,
    limitMs: number,
  ): Promise<Result<Value, KeychainProblem>> => {
    running ??= start()
    const answer = await within(limitMs, ask(running.client))
    if (answer !== null) return answer
    giveUp()
    return notAnswering
  }

  const afterPing = <Value>(
    ask: (client: ReturnType<typeof connect>) => Promise<Result<Value, KeychainProblem>>,
  ): Promise<Result<Value, KeychainProblem>> =>
    inTurn(async () => {
      const reachable = await call((client) => client.call('ping', null), limits.answerMs)
      return reachable.ok ? call(ask, limits.promptMs) : reachable
    })

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(work, work)
    queue = turn
    return turn
  }

  return {
    ping: () => inTurn(() => call((client) => client.call('ping', null), limits.answerMs)),
    read: (userId) =>
      afterPing(async (client) => {
        const found = await client.call('read', { account: keychainAccount(userId) })
        return found.ok ? { ok: true, value: new Secret(found.value) } : found
      }),
    fingerprints: (userIds, key) =>
      afterPing((client) => client.call('fingerprints', { accounts: userIds.map(keychainAccount), key })),
    write: (userId, password) =>
      afterPing((client) =>
        client.call('write', { account: keychainAccount(userId), text: password.reveal() }),
      ),
    remove: (userId) => afterPing((client) => client.call('remove', { account: keychainAccount(userId) })),
    close: giveUp,
  }
}

function connect(port: PortLike) {
  return connectContract(keyringContract, port)
}

/** The answer, or null when the limit passed or the helper ended before it came. */
async function within<Value>(limitMs: number, answer: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs)
  })
  try {
    return await Promise.race([answer.catch(() => null), limit])
  } finally {
    clearTimeout(timer)
  }
}
