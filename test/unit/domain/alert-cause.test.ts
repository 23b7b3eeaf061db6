import { describe, expect, it } from 'vitest'
import { type AlertCause, foldKey, ignoredFormOf, isIgnored } from '../../../relay/domain/alert-cause.ts'

const sender: AlertCause = {
  kind: 'unauthorized-sender',
  reason: null,
  login: 'website',
  user: 'office',
  about: 'boss@bank.example',
}
const refused: AlertCause = {
  kind: 'credentials-refused',
  reason: null,
  login: null,
  user: 'office',
  about: '535 5.7.8 no (session 17)',
}

describe('repeats of one cause', () => {
  it('are one alert for each address, however it is written', () => {
    expect(foldKey({ ...sender, about: 'Boss@BANK.example' })).toBe(foldKey(sender))
    expect(foldKey({ ...sender, about: 'other@bank.example' })).not.toBe(foldKey(sender))
    expect(foldKey({ ...sender, login: 'scanner' })).not.toBe(foldKey(sender))
  })

  it('are one alert for each user, whatever words the server finds', () => {
    expect(foldKey({ ...refused, about: '535 5.7.8 no (session 18)' })).toBe(foldKey(refused))
    expect(foldKey({ ...refused, user: 'billing' })).not.toBe(foldKey(refused))
  })

  it('are one alert for all visitors of a form', () => {
    const form = { ...sender, reason: 'form-sender' } as const
    expect(foldKey({ ...form, about: 'visitor@x.example' })).toBe(foldKey(form))
    expect(foldKey(form)).not.toBe(foldKey(sender))
  })
})

describe('what is ignored from now on', () => {
  it('is this address, from any sign-in, and no other', () => {
    const ignored = [ignoredFormOf({ ...sender, about: 'Boss@bank.example' })]
    expect(isIgnored(ignored, { ...sender, login: 'scanner' })).toBe(true)
    expect(isIgnored(ignored, { ...sender, reason: 'form-sender' })).toBe(true)
    expect(isIgnored(ignored, { ...sender, about: 'other@bank.example' })).toBe(false)
    expect(isIgnored(ignored, { ...sender, kind: 'sender-not-verified' })).toBe(false)
  })

  it('is the whole kind where the words about it change', () => {
    const growing = { ...refused, kind: 'queue-growing', about: '120' } as const
    expect(isIgnored([ignoredFormOf(growing)], { ...growing, about: '300' })).toBe(true)
  })
})
