import type { RelayConfiguration, UserConfiguration } from './configuration.ts'

/** Ids of the users whose server, credentials or trust differ: what was refused before need not be refused now. */
export function usersReachedOtherwise(
  before: RelayConfiguration,
  after: RelayConfiguration,
): readonly string[] {
  const known = new Map(before.users.map((user) => [user.id, connectionOf(user)]))
  return after.users.filter((user) => known.get(user.id) !== connectionOf(user)).map(({ id }) => id)
}

function connectionOf({ server, port, encryption, username, password, caFile }: UserConfiguration): string {
  return JSON.stringify([server, port, encryption, username, password, caFile])
}
