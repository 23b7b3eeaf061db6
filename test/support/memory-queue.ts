import { done, failed } from '../../relay/domain/result.ts'
import type {
  IncomingMessage,
  MessageEnvelope,
  Queue,
  StorageProblem,
} from '../../relay/queue/queue-contract.ts'

export type KeptMessage = {
  readonly id: string
  readonly envelope: MessageEnvelope
  /** the stored bytes */
  readonly bytes: Buffer
}

/** The receiving side of a queue that keeps messages in memory: for testing what reaches it, and when. */
export type MemoryQueue = Pick<Queue, 'receive' | 'hasRoomFor'> & {
  readonly kept: readonly KeptMessage[]
  /** messages begun and neither committed nor abandoned */
  open(): number
  /** bytes handed over so far, kept or not */
  appendedBytes(): number
  /** from now on commits end like this; null: they succeed */
  failWith(problem: StorageProblem | null): void
  /** from now on `append` (or `commit`) waits until `letGo` is called */
  holdBack(what: 'append' | 'commit'): void
  letGo(): void
  /** something is being held back right now */
  waiting(): boolean
  noRoom(): void
}

export function createMemoryQueue(): MemoryQueue {
  const kept: KeptMessage[] = []
  let open = 0
  let appended = 0
  let next = 1
  let room = true
  let problem: StorageProblem | null = null
  let heldBack: 'append' | 'commit' | null = null
  let waiting = 0
  let release: () => void = () => {}
  let gate = Promise.resolve()

  const stayBehind = async (): Promise<void> => {
    waiting += 1
    await gate
    waiting -= 1
  }
  const receive = (): IncomingMessage => {
    const id = `m${next}`
    const parts: Uint8Array[] = []
    next += 1
    open += 1
    return {
      id,
      append(bytes) {
        appended += bytes.length
        // Copied: a queue may write later, and must not see what the caller does with its buffer meanwhile.
        parts.push(Uint8Array.from(bytes))
        if (heldBack === 'append') return stayBehind()
      },
      async commit(envelope) {
        if (heldBack === 'commit') await stayBehind()
        open -= 1
        if (problem !== null) return failed(problem)
        const bytes = Buffer.concat(parts)
        kept.push({ id, envelope, bytes })
        return done({ id, bytes: bytes.length })
      },
      abandon() {
        open -= 1
      },
    }
  }

  return {
    receive,
    hasRoomFor: () => room,
    kept,
    open: () => open,
    appendedBytes: () => appended,
    failWith(nextProblem) {
      problem = nextProblem
    },
    holdBack(what) {
      heldBack = what
      gate = new Promise((resolve) => {
        release = resolve
      })
    },
    letGo() {
      heldBack = null
      release()
    },
    waiting: () => waiting > 0,
    noRoom() {
      room = false
    },
  }
}
