import { readFileSync } from 'node:fs'
import { z } from 'zod'

const headerVectors = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      expected: z.enum(['accept', 'refuse']),
      why: z.string(),
      base64: z.base64(),
    }),
  ),
})

export type HeaderVector = {
  readonly id: string
  readonly expected: 'accept' | 'refuse'
  readonly why: string
  /** the whole message, exact */
  readonly bytes: Buffer
}

/** Hostile and honest messages of a sign-in that may send only as user@good.example. */
export function readHeaderVectors(): readonly HeaderVector[] {
  const file = new URL('../vectors/from-headers.json', import.meta.url)
  const { vectors } = headerVectors.parse(JSON.parse(readFileSync(file, 'utf8')))
  return vectors.map(({ id, expected, why, base64 }) => ({
    id,
    expected,
    why,
    bytes: Buffer.from(base64, 'base64'),
  }))
}
