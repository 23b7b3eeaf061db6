import type { z } from 'zod'
import type { Contract, Handlers, RequestSchema } from './contract.ts'

/**
 * Answers one call by name, input and output parsed. Rejects with an Error that says where and what was expected,
 * never what was found: an input may hold a password.
 */
export async function answerRequest<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  name: unknown,
  input: unknown,
): Promise<unknown> {
  const requests: Readonly<Record<string, RequestSchema>> = contract.requests
  const schema = typeof name === 'string' && Object.hasOwn(requests, name) ? requests[name] : undefined
  if (typeof name !== 'string' || !schema) throw new Error(`${contract.name} has no call of this name`)
  const handler: unknown = Reflect.get(handlers, name)
  if (typeof handler !== 'function') throw new Error(`${contract.name} does not answer ${name}`)
  const parsed = parse(schema.input, input, `${name} was called with something else than agreed`)
  const output: unknown = await Reflect.apply(handler, undefined, [parsed])
  return parse(schema.output, output, `the answer of ${name} isn't what was agreed`)
}

function parse(schema: z.ZodType, value: unknown, otherwise: string): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`)
  throw new Error(`${otherwise} (${places.join('; ')})`)
}
