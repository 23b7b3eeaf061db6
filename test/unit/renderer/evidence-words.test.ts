import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import {
  evidenceLine,
  type ProbeEvidence,
  probeEvidence,
  seen,
  verbatim,
} from '../../../relay/domain/probe-evidence.ts'
import { evidenceWords } from '../../../renderer/words/evidence-words.ts'
import { startWords } from '../../../renderer/words/i18n.ts'

const certificate = {
  names: 'a.example, b.example',
  issuer: 'An Authority',
  from: '2026-09-01',
  to: '2026-12-01',
}

describe('what was seen at a step of a connection check', () => {
  it.each<[ProbeEvidence, string, string]>([
    [
      seen('connected', { address: '192.0.2.1', port: '25' }),
      'connected to 192.0.2.1 port 25',
      'Collegato a 192.0.2.1, porta 25.',
    ],
    [
      seen('not-connected', { attempts: '192.0.2.1 ECONNREFUSED' }),
      'no connection: 192.0.2.1 ECONNREFUSED',
      'Nessun collegamento: 192.0.2.1 ECONNREFUSED.',
    ],
    [
      seen('closed', { code: 'ECONNRESET' }),
      'the server closed the connection (ECONNRESET)',
      'Il server ha chiuso il collegamento (ECONNRESET).',
    ],
    [
      seen('refused-elsewhere', { reply: '535 5.7.8 no' }),
      'not tried here, since servers lock accounts after some refusals; another port said: 535 5.7.8 no',
      'Qui non è stato provato, perché i server bloccano gli utenti dopo alcuni rifiuti. Un’altra porta ha detto: 535 5.7.8 no',
    ],
    [
      seen('certificate', certificate),
      'for a.example, b.example; issued by An Authority; valid 2026-09-01 to 2026-12-01',
      'Per a.example, b.example; rilasciato da An Authority; valido dal 2026-09-01 al 2026-12-01.',
    ],
    [
      seen('bad-certificate', { ...certificate, fault: 'CERT_HAS_EXPIRED', issuer: '' }),
      'CERT_HAS_EXPIRED: for a.example, b.example; issued by nobody; valid 2026-09-01 to 2026-12-01',
      'Non accettato (CERT_HAS_EXPIRED). Per a.example, b.example; rilasciato da nessuno; valido dal 2026-09-01 al 2026-12-01.',
    ],
    [seen('nothing-sent', {}), 'nothing was sent', 'Non è stato inviato nulla.'],
  ])(
    'is data, said in English on a line and in the person’s language: %s',
    async (evidence, line, italian) => {
      expect(evidenceLine(evidence)).toBe(line)
      await startWords('it')
      expect(evidenceWords(i18next.t, evidence)).toBe(italian)
    },
  )

  it('has a sentence of its own in Italian, whatever it is', async () => {
    await startWords('it')
    for (const kind of probeEvidence.shape.kind.options) {
      if (kind === 'verbatim') continue
      const line = evidenceLine({ kind, values: {} })
      expect(evidenceWords(i18next.t, { kind, values: {} }), kind).not.toContain(line)
    }
  })

  it('stands as it was said where a server or a system said it', async () => {
    await startWords('it')
    for (const said of ['220 mail.firm.example ESMTP', 'TLSv1.3', '']) {
      expect(evidenceWords(i18next.t, verbatim(said))).toBe(said)
    }
  })
})
