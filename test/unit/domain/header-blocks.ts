import fc from 'fast-check'

/** `user@partner.example` and everybody at good.example may send; nobody at evil.example. */
const addresses = [
  'user@good.example',
  'Other.Name+tag@GOOD.example',
  'user@partner.example',
  'ceo@evil.example',
]

/** What attacks on header parsers are made of, to be put together in any order. */
const addressPieces = [
  '<user@good.example>',
  '<ceo@evil.example>',
  '"ceo@evil.example"',
  '(ceo@evil.example)',
  '@evil.example:',
]
const signPieces = [
  '<',
  '>',
  '@',
  ',',
  ';',
  ':',
  '"',
  '\\',
  '(',
  ')',
  '[',
  ']',
  '.',
  '=?',
  '?=',
  '%',
  '!',
  '/',
  "'",
  '`',
  'x',
]
const spacePieces = [
  ' ',
  '\t',
  '\r\n ',
  '\r\n\t',
  '\r\n',
  '\n',
  '\r',
  '\u00a0',
  '\u200b',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u202e',
  'ü',
]
const trickPieces = [
  'grp:',
  'evil.example',
  '=?utf-8?q?ceo=40evil.example?=',
  '=?utf-8?B?PGNlb0BldmlsLmV4YW1wbGU+?=',
  '=?x-none?Q?a?=',
  '\r\nFrom: ceo@evil.example',
  '\r\n From: ceo@evil.example',
  'John Q. Public',
  '(a (b) c)',
  '"a\\"b"',
]
const pieces = [addresses, addressPieces, signPieces, spacePieces, trickPieces].flat()
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''))

const oneOf = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...characters.split(''))
const characters = fc.string({
  unit: oneOf('abz09 @<>()[]",;:\\.=?_-+%!\'é\u00a0\u3000\t'),
  maxLength: 8,
})
const calmCharacters = fc.string({ unit: oneOf("abcz09 .,-_'&!é"), maxLength: 8 })
const insideName = fc.oneof(calmCharacters, calmCharacters, characters, anyText)

const encodedWord = fc
  .tuple(
    fc.constantFrom('utf-8', 'UTF-8*en', 'iso-8859-1', 'utf-7'),
    fc.constantFrom('Q', 'B', 'q'),
    insideName,
  )
  .map(([charset, encoding, text]) => {
    const bytes = Buffer.from(text, charset === 'iso-8859-1' ? 'latin1' : 'utf8')
    const hexadecimal = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    const payload =
      encoding === 'B' ? bytes.toString('base64') : [...bytes].map((byte) => hexadecimal(byte)).join('')
    return `=?${charset}?${encoding}?${payload}?=`
  })
const quoted = insideName.map((text) => `"${text}"`)
const comment = insideName.map((text) => `(${text})`)
const bareName = fc.oneof(
  calmCharacters,
  fc.constantFrom('user@good.example', 'Good User', 'John Q. Public', 'Zoë', "O'Neill"),
)
const namePart = fc.oneof(quoted, quoted, comment, encodedWord, encodedWord, bareName)
const name = fc.array(namePart, { maxLength: 3 }).chain((parts) => gap.map((between) => parts.join(between)))
const gap = fc.constantFrom(' ', ' ', ' ', '', '\t', '\r\n ', '  ')
const trailingComment = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: comment })
const localPart = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('user', 'Other.Name+tag') },
  {
    weight: 1,
    arbitrary: fc.string({ unit: oneOf("ab.+-_=?!#$%&'*/^`{|}~é"), minLength: 1, maxLength: 8 }),
  },
)
const address = fc.oneof(
  { weight: 3, arbitrary: localPart.map((local) => `${local}@good.example`) },
  { weight: 1, arbitrary: fc.constantFrom(...addresses) },
)

/** Mostly well-formed on the outside, so that many are accepted and readers have something to disagree about. */
const mailbox = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(name, gap, address, gap, trailingComment)
      .map(([name, before, address, after, comment]) => `${name}${before}<${address}>${after}${comment}`),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(trailingComment, gap, address, gap, trailingComment).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.tuple(anyText, address, anyText).map((parts) => parts.join('')) },
)

const otherName = fc.constantFrom(
  'From',
  'Sender',
  'sEnDer',
  'Resent-From',
  'Resent-Sender',
  'From ',
  'X-From',
  'To',
)
const otherField = fc
  .tuple(otherName, fc.constantFrom(':', ': ', ':\t', ' :'), mailbox)
  .map((parts) => parts.join(''))

/** A header block and the start of a body, as it might be sent by somebody who wishes us ill. */
export const hostileMessage: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('From', 'From', 'from', 'FROM'),
    fc.constantFrom(': ', ':', ':\t', ':\r\n '),
    mailbox,
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(otherField, { maxLength: 2 }) },
    ),
    fc.boolean(),
    fc.constantFrom('\r\n', '\r\n', '\n'),
  )
  .map(([fieldName, colon, from, others, fromFirst, lineEnd]) => {
    const own = `${fieldName}${colon}${from}`
    const lines = fromFirst ? [own, ...others] : [...others, own]
    return `${[...lines, 'Subject: x'].join(lineEnd)}\r\n\r\nFrom: in.the@body.example\r\n`
  })
