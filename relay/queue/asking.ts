const asks = `instr(ifnull(recipient_states, ''), '"state":"asking"') > 0`
const hasOpen = `(instr(recipient_states, '"state":"pending"') > 0 OR instr(recipient_states, '"state":"uncertain"') > 0)`

/**
 * For an UPDATE of messages that were held: back to where they were. What waits for a person's word about its
 * uncertain recipients goes on waiting for it, and is due (`?`, milliseconds since 1970) only for its others.
 */
export const backInQueue = `
  state = CASE WHEN ${asks} THEN 'uncertain' ELSE 'waiting' END,
  next_attempt_at = CASE WHEN ${asks} AND NOT ${hasOpen} THEN NULL ELSE ? END`

/** A person wants the uncertain recipients sent to: as a value for `recipient_states` in an UPDATE. */
export const askedNoMore = `replace(recipient_states, '"state":"asking"', '"state":"pending"')`
