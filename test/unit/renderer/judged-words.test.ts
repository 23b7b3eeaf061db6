import { describe, expect, it } from 'vitest'
import { parseConfiguration } from '../../../relay/config/loading.ts'
import { startWords } from '../../../renderer/words/i18n.ts'
import { judgedWords } from '../../../renderer/words/judged-words.ts'

const user = { id: 'office', server: 'in.smtpok.com', port: 2525, encryption: 'starttls' }
const configuration = {
  version: 1,
  listen: [{ address: '127.0.0.1', port: 2525 }],
  users: [user],
  logins: [],
}

describe('a place in a file that is wrong', async () => {
  const { t } = await startWords('it')

  it.each([
    [{ users: [{ ...user, port: 'x' }] }, 'un numero di porta da 1 a 65535', '"x"'],
    [{ users: [{ ...user, server: 'http://in.smtpok.com' }] }, /^solo il nome/, '"http://in.smtpok.com"'],
    [{ users: [user, user] }, 'un nome che nessun altro utente ha', '"office"'],
    [
      { users: [{ ...user, authorizedDomains: 'a.example,b.example' }] },
      /^voci separate da “;”.*; scrivi "a\.example;b\.example"$/,
      'una virgola in "a.example,b.example"',
    ],
    [{ users: [{ ...user, password: 'secret' }] }, /mai la password/, 'un testo che qui non viene mostrato'],
    [{ listen: [] }, /^un elenco con almeno/, 'un elenco vuoto'],
    [{ colour: 1 }, /che questa versione conosce$/, 'un nome sconosciuto'],
  ])('is told in the reader’s language: %j', (change, expected, found) => {
    const parsed = parseConfiguration({ ...configuration, ...change })
    if (parsed.ok) throw new Error('nothing was found wrong')
    const words = judgedWords(t, parsed.problem)
    expect(words.expected).toMatch(expected)
    expect(words.found).toBe(found)
    // The command line's English stays in the command line.
    expect(words.expected).not.toBe(parsed.problem.expected)
  })
})
