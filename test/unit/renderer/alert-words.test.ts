import { describe, expect, it } from 'vitest'
import { alertKind, alertReason } from '../../../relay/domain/relay-event.ts'
import { alertPlace } from '../../../renderer/screens/alerts/alert-place.ts'
import { alertWords } from '../../../renderer/words/alert-words.ts'
import { startWords } from '../../../renderer/words/i18n.ts'
import { userView } from '../../support/user-views.ts'
import { everydaySnapshot } from '../../support/window-scenarios.ts'

const words = await startWords('en')
const [alert] = everydaySnapshot().alerts
if (!alert) throw new Error('the everyday snapshot has an alert')

describe('an alert in words', () => {
  it('says what happened, what became of the message, and what to do', () => {
    expect(alertWords(words.t, alert, userView('office'))).toEqual({
      title: 'A sender that is not authorized: boss@bank.example',
      happened: '“accounting” used that address, which may not send through “office”.',
      message: 'The message was refused.',
      cure: 'Authorize the address if it is yours. If not, pause the sign-in and look at the program.',
    })
  })

  it('says that mail was sent where its user’s rule says so', () => {
    const rules = { ...userView('office'), unauthorizedSenders: 'alert' as const }
    expect(alertWords(words.t, alert, rules).message).toBe(
      'The message was sent all the same, as you chose for “office”.',
    )
  })

  it.each(['en', 'it'] as const)('leaves nothing unsaid for any kind and reason (%s)', (language) => {
    const t = words.getFixedT(language)
    const all = [
      ...alertKind.options.map((kind) => alertWords(t, { ...alert, kind })),
      ...alertReason.options.map((reason) => alertWords(t, { ...alert, reason })),
      alertWords(t, { ...alert, about: '', user: null, login: null }),
    ]
    for (const sentences of all) {
      for (const sentence of Object.values(sentences)) {
        expect(sentence).not.toMatch(/\{\{|alertCauses|undefined|\bnull\b/)
      }
    }
  })

  it('leads to where its messages are', () => {
    expect(alertPlace(alert)?.to).toEqual({ screen: 'activity', filter: 'refused' })
    expect(alertPlace({ ...alert, kind: 'delivery-failing', reason: 'gave-up' })?.to).toEqual({
      screen: 'activity',
      filter: 'attention',
    })
    expect(alertPlace({ ...alert, kind: 'relay-stopped' })?.to).toEqual({ screen: 'home' })
    expect(alertPlace({ ...alert, kind: 'credentials-refused' })).toBeNull()
  })
})
