import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foundServer, mostFindings } from '../../../../relay/config/readers/found-server.ts'
import { readMsmtp } from '../../../../relay/config/readers/msmtp.ts'
import { readOutgoingFile } from '../../../../relay/config/readers/outgoing-file.ts'
import { passwordTables, readPostfix } from '../../../../relay/config/readers/postfix.ts'
import { readProfilesIni, readThunderbird } from '../../../../relay/config/readers/thunderbird.ts'
import { readWpMailSmtp } from '../../../../relay/config/readers/wp-mail-smtp.ts'

const readers = [
  readThunderbird,
  readMsmtp,
  readWpMailSmtp,
  readOutgoingFile,
  (text: string) => readPostfix(text, text),
]

// Words of all four formats and what breaks parsers, in any order.
const pieces = [
  'user_pref("mail.smtpserver.a.hostname", "h");',
  'user_pref("mail.smtpserver.a.',
  '.port", 99999999999);',
  'user_pref("mail.smtpservers", "a,a,a");',
  'defaults',
  'account a : a',
  'host h',
  'port -1',
  'password "',
  'relayhost = [$relayhost]:$x',
  'smtp_sasl_password_maps = hash:/x',
  "define('WPMS_SMTP_HOST', '",
  "\\');",
  '{"smtp":{"host":"h","port":{}}}',
  '[[[[[{"smtp":',
  '[Profile0]',
  'Path=',
  '\u0000',
  '\u2028',
  '\r',
  '\n',
  ' ',
  '\\',
  '"',
]
const largeFileCharacters = 1_000_000
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('\n')),
)

describe('whatever stands in a file', () => {
  it('no reader throws, and what is found fits our form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        readProfilesIni(text)
        passwordTables(text)
        for (const read of readers) {
          for (const { server } of read(text)) {
            expect(foundServer.safeParse(server).success).toBe(true)
            expect(/\p{Cc}/u.test(Object.values(server).join(''))).toBe(false)
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ...pieces,
    'host \u2028',
    ');',
    ') ',
    "define('WPMS_A', ",
    'x = $x$x$x$x ',
    '[Profile1]\nPath=\n',
  ])(
    'a large file full of %j is read in a moment',
    (piece) => {
      const text = piece.repeat(Math.floor(largeFileCharacters / piece.length))
      const startedAt = performance.now()
      for (const read of readers) expect(read(text).length).toBeLessThanOrEqual(mostFindings)
      readProfilesIni(text)
      // seconds on this machine would be a reader that looks at the same text again and again
      expect(performance.now() - startedAt).toBeLessThan(20_000)
    },
    60_000,
  )
})
