import { mutate } from './mutate.ts'

// Whoever takes a message out of the queue to send it writes down that it is sent, before it is.
mutate('relay/queue/claiming.ts', [
  ["SET state = 'sending', next_attempt_at", "SET state = 'sent', next_attempt_at"],
])
