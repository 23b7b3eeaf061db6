import { z } from 'zod'

/** What belongs at a place of a file of settings or of a configuration. In words: relay/config, renderer/words. */
export const wanted = z.enum([
  'this-version',
  'listen-list',
  'name',
  'user-of-file',
  'user-list',
  'login-list',
  'whole-configuration',
  'password-source',
  'encryption',
  'status',
  'unauthorized-senders',
  'auth',
  'priority',
  'port',
  'text',
  'text-not-empty',
  'whole-number',
  'number',
  'number-above',
  'number-at-most',
  'list',
  'object',
  'documented-form',
  'known-key',
  'unique-user',
  'server-name',
  'password-of-username',
  'username-of-password',
  'unique-login',
  'unreserved-login',
  'password-hash',
  'no-addresses',
  'no-end',
  'no-password',
  'addresses',
  'unique-address',
  'address-block',
  'own-ip-address',
  'unique-listen',
  'narrower-lists',
  'list-comma',
  'list-spaces',
  'list-url',
  'list-www',
  'list-name-beside-address',
  'list-address-among-domains',
  'list-domain-among-senders',
  'list-public-suffix',
  'list-bad-domain',
  'list-bad-address',
])
export type Wanted = z.infer<typeof wanted>

/** What stands there instead. `value`: `foundText` as it is; `hidden`: a text that may be a secret. */
export const foundKind = z.enum([
  'nothing',
  'empty-list',
  'list',
  'object',
  'hidden',
  'unknown-key',
  'value',
  'comma-in',
  'password-hash',
  'time',
  'another',
  'same-listen',
  'port-of-all',
])
export type FoundKind = z.infer<typeof foundKind>

/** `detail`: the number or the correction that belongs to `wanted`; both texts may be empty. */
export const judgement = z.strictObject({
  wanted,
  detail: z.string(),
  foundKind,
  foundText: z.string(),
})
export type Judgement = z.infer<typeof judgement>
