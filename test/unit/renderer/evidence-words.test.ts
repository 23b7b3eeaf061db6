import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { evidenceWords } from '../../../renderer/words/evidence-words.ts'
import { startWords } from '../../../renderer/words/i18n.ts'

describe('what was seen at a step of a connection check', () => {
  it.each([
    ['connected to 192.0.2.1 port 25', 'Collegato a 192.0.2.1, porta 25.'],
    ['the server closed the connection (ECONNRESET)', 'Il server ha chiuso il collegamento (ECONNRESET).'],
    [
      'not tried here, since servers lock accounts after some refusals; another port said: 535 5.7.8 no',
      'Qui non è stato provato, perché i server bloccano gli utenti dopo alcuni rifiuti. Un’altra porta ha detto: 535 5.7.8 no',
    ],
    [
      'for a.example, b.example; issued by An Authority; valid 2026-09-01 to 2026-12-01',
      'Per a.example, b.example; rilasciato da An Authority; valido dal 2026-09-01 al 2026-12-01.',
    ],
    ['nothing was sent', 'Non è stato inviato nulla.'],
  ])('is said in the person’s language: %s', async (evidence, italian) => {
    await startWords('it')
    expect(evidenceWords(i18next.t, evidence)).toBe(italian)
  })

  it('stands as it was said where a server or a system said it', async () => {
    await startWords('it')
    for (const said of ['220 mail.firm.example ESMTP', 'connect ECONNREFUSED 127.0.0.1:25', 'TLSv1.3']) {
      expect(evidenceWords(i18next.t, said)).toBe(said)
    }
  })
})
