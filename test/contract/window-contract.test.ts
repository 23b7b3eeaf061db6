import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { windowContract } from '../../electron/ipc/window-contract.ts'
import type { Contract } from '../../relay/ipc/contract.ts'
import { keychainContract, relayContract } from '../../relay/ipc/relay-contract.ts'
import { oneTimePassword, secretText } from '../../relay/ipc/secret-text.ts'
import { placesIn, type SchemaPlace } from '../support/schema-walk.ts'

/** Everything a contract's server says: answers and events, each place with the name of its call in front. */
function spoken(contract: Contract): SchemaPlace[] {
  const answers = Object.entries(contract.requests).flatMap(([name, { output }]) => placesIn(output, name))
  const events = Object.entries(contract.events).flatMap(([name, value]) => placesIn(value, name))
  return [...answers, ...events]
}

function heard(contract: Contract): SchemaPlace[] {
  return Object.entries(contract.requests).flatMap(([name, { input }]) => placesIn(input, name))
}

const pathsOf = (places: SchemaPlace[], schema: z.ZodType): string[] =>
  places.filter((place) => place.schema === schema).map((place) => place.path)

const soundsSecret = /pass|secret|token|hash|credential/i
const lastName = (path: string): string => path.split('.').at(-1) ?? path

/** A closed set of words, or a yes or no, can't hold a secret, whatever its name. */
const isClosed = ({ schema }: SchemaPlace): boolean =>
  [z.ZodEnum, z.ZodLiteral, z.ZodUnion, z.ZodObject, z.ZodNull, z.ZodBoolean].some(
    (kind) => schema instanceof kind,
  )

describe('what the page can hear', () => {
  it('has no place for a stored password', () => {
    expect(pathsOf(spoken(windowContract), secretText)).toEqual([])
  })

  it('has a place for a generated sign-in password only where it is shown once', () => {
    expect(pathsOf(spoken(windowContract), oneTimePassword)).toEqual([
      'addLogin.password',
      'resetLogin.password',
    ])
  })

  it('has no other place marked as secret, and none that is called like one', () => {
    const suspicious = spoken(windowContract).filter(
      (place) =>
        place.schema !== oneTimePassword &&
        (place.schema.meta()?.['secret'] !== undefined ||
          (soundsSecret.test(lastName(place.path)) && !isClosed(place))),
    )
    expect(suspicious.map((place) => place.path)).toEqual([])
  })

  it('has no object that lets an unnamed field through', () => {
    const open = spoken(windowContract).filter(
      ({ schema }) => schema instanceof z.ZodObject && !(schema.def.catchall instanceof z.ZodNever),
    )
    expect(open.map((place) => place.path)).toEqual([])
  })
})

describe('what the page can say', () => {
  it('has one place for a password, and that place is marked', () => {
    expect(pathsOf(heard(windowContract), secretText)).toEqual(['setPassword.password'])
    const named = heard(windowContract).filter(
      (place) => soundsSecret.test(lastName(place.path)) && !isClosed(place),
    )
    expect(named.map((place) => place.path)).toEqual(['setPassword.password'])
  })
})

describe('what the relay says', () => {
  it('has no place for a secret', () => {
    const places = spoken(relayContract)
    expect([...pathsOf(places, secretText), ...pathsOf(places, oneTimePassword)]).toEqual([])
    const named = places.filter((place) => soundsSecret.test(lastName(place.path)) && !isClosed(place))
    // Of a code that was mailed only what it can be compared with, and that slowly.
    expect(named.map((place) => place.path)).toEqual(['sendVerificationCode.codeHash'])
  })

  it('gets a password only as the answer to its own question', () => {
    expect(pathsOf(spoken(keychainContract), secretText)).toEqual(['password.password'])
    expect(pathsOf(heard(relayContract), secretText)).toEqual([])
  })
})
