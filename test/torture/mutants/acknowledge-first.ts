import { mutate } from './mutate.ts'

// The 250 goes out at once; the commit follows with the next one, or after 10 ms.
mutate('relay/queue/incoming-message.ts', [
  [
    'await writer.write(\n          () => {\n            mustBeWhole()',
    'void writer.write(\n          () => {\n            mustBeWhole()',
  ],
  ["alongside ? 'unsynced' : 'synced'", "'riding'"],
])
