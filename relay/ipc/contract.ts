import type { z } from 'zod'

/** One question and its answer, both parsed at run time on both sides of the wall. */
export type RequestSchema = { readonly input: z.ZodType; readonly output: z.ZodType }

/**
 * Everything that may cross one wall, in one direction of service: requests the server answers,
 * events it emits. Declared once; server, client and test double are derived from it.
 */
export type Contract = {
  readonly name: string
  readonly requests: Readonly<Record<string, RequestSchema>>
  readonly events: Readonly<Record<string, z.ZodType>>
}

export function defineContract<const C extends Contract>(contract: C): C {
  return contract
}

export type RequestName<C extends Contract> = keyof C['requests'] & string
export type EventName<C extends Contract> = keyof C['events'] & string
export type RequestInput<C extends Contract, N extends RequestName<C>> = z.input<C['requests'][N]['input']>
export type ParsedInput<C extends Contract, N extends RequestName<C>> = z.output<C['requests'][N]['input']>
export type RequestOutput<C extends Contract, N extends RequestName<C>> = z.output<C['requests'][N]['output']>
export type EventValue<C extends Contract, N extends EventName<C>> = z.output<C['events'][N]>

/** What the serving side implements: one handler a request, given its parsed input. */
export type Handlers<C extends Contract> = {
  readonly [N in RequestName<C>]: (
    input: ParsedInput<C, N>,
  ) => RequestOutput<C, N> | Promise<RequestOutput<C, N>>
}

/** What the asking side holds. */
export type Client<C extends Contract> = {
  call<N extends RequestName<C>>(name: N, input: RequestInput<C, N>): Promise<RequestOutput<C, N>>
  /** Returns the function that ends the subscription. */
  on<N extends EventName<C>>(name: N, listener: (value: EventValue<C, N>) => void): () => void
}
