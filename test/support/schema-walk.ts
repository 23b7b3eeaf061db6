import { z } from 'zod'

/** One schema inside another, with the way to it: `users[].password`. */
export type SchemaPlace = { readonly path: string; readonly schema: z.ZodType }

/** Every schema within a schema, itself included; throws on a kind it doesn't know, so that nothing is passed over. */
export function placesIn(schema: z.ZodType, path = ''): SchemaPlace[] {
  const here = { path, schema }
  return [here, ...partsOf(schema, path).flatMap((part) => placesIn(part.schema, part.path))]
}

function partsOf(schema: z.ZodType, path: string): SchemaPlace[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).map(([name, part]) => ({
      path: path === '' ? name : `${path}.${name}`,
      schema: asType(part),
    }))
  }
  if (schema instanceof z.ZodArray) return [{ path: `${path}[]`, schema: asType(schema.element) }]
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => ({ path, schema: asType(option) }))
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional
  ) {
    return [{ path, schema: asType(schema.unwrap()) }]
  }
  if (schema instanceof z.ZodDefault) return [{ path, schema: asType(schema.unwrap()) }]
  if (leaves.some((leaf) => schema instanceof leaf)) return []
  throw new Error(`a kind of schema this walk doesn't know at ${path}: ${schema.type}`)
}

// Kinds that hold nothing else. `any`, `unknown`, records and maps are missing on purpose: anything fits into them.
const leaves = [
  z.ZodString,
  z.ZodNumber,
  z.ZodBoolean,
  z.ZodNull,
  z.ZodLiteral,
  z.ZodEnum,
  z.ZodISODateTime,
  z.ZodNumberFormat,
]

function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema
  throw new Error('not a schema')
}
