import { readFileSync } from 'node:fs'
import { z } from 'zod'

const headerVectors = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      expected: z.enum(['accept', 'refuse']),
      why: z.string(),
      base64: z.base64(),
      reason: z.string().optional(),
    }),
  ),
})

export type HeaderVector = {
  readonly id: string
  readonly expected: 'accept' | 'refuse'
  readonly why: string
  /** the decision's fault, or else its reason, where the file names it */
  readonly reason: string | undefined
  /** the whole message, exact */
  readonly bytes: Buffer
}

/** Hostile and honest messages of a sign-in that may send only as user@good.example; `own-headers` are ours. */
export function readHeaderVectors(
  name: 'from-headers' | 'own-headers' = 'from-headers',
): readonly HeaderVector[] {
  const file = new URL(`../vectors/${name}.json`, import.meta.url)
  const { vectors } = headerVectors.parse(JSON.parse(readFileSync(file, 'utf8')))
  return vectors.map(({ id, expected, why, reason, base64 }) => ({
    id,
    expected,
    why,
    reason,
    bytes: Buffer.from(base64, 'base64'),
  }))
}
