import { describe, expect, it } from 'vitest'
import type { WatchDeed, WatchStep } from '../../../relay/domain/watch-step.ts'
import { followedProgram, watchedPrograms } from '../../../relay/domain/watched-programs.ts'

const here = '127.0.0.1'
const connected = (from = here): WatchDeed => ({ kind: 'connected', from, nearby: from === here })
const greeted = (name: string): WatchDeed => ({ kind: 'greeted', verb: 'EHLO', name, encrypted: false })
const signedIn = (login: string): WatchDeed => ({ kind: 'signed-in', login })

/** Each argument is a connection; its deeds come one after the other, the connections in turn. */
const stepsOf = (...connections: readonly (readonly WatchDeed[])[]): WatchStep[] =>
  connections.flatMap((deeds, index) =>
    deeds.map((deed, at) => ({
      number: (index + 1) * 100 + at,
      at: '2026-01-01T10:00:00.000Z',
      connection: index + 1,
      deed,
    })),
  )
const namesOf = (steps: readonly WatchStep[]) =>
  watchedPrograms(steps).map(({ login, greeting, from }) => login ?? greeting ?? from)

describe('programs at the door at the same time', () => {
  it('are told apart by their sign-ins, also when they greet alike', () => {
    const steps = stepsOf(
      [connected(), greeted('localhost'), signedIn('till')],
      [connected(), greeted('localhost'), signedIn('website')],
      [connected(), greeted('localhost'), signedIn('till')],
    )
    expect(namesOf(steps)).toEqual(['till', 'website'])
    expect(watchedPrograms(steps)[0]?.steps).toHaveLength(6)
  })

  it('are one program where it tests first and signs in on its next connection', () => {
    const steps = stepsOf(
      [connected(), greeted('[127.0.0.1]'), { kind: 'left' }],
      [connected(), greeted('ERP'), signedIn('accounting')],
      [connected(), greeted('[127.0.0.1]'), signedIn('thunderbird')],
    )
    expect(namesOf(steps)).toEqual(['thunderbird', 'accounting'])
  })

  it('are told apart by their addresses where they never sign in', () => {
    const refused: WatchDeed = { kind: 'refused', command: 'MAIL', reply: '530 5.7.0', sender: null }
    const steps = stepsOf(
      [connected('192.168.1.20'), greeted('SCANNER'), refused],
      [connected('192.168.1.21'), greeted('SCANNER'), refused],
      [{ kind: 'turned-away', from: '192.168.1.20', nearby: false, reply: '554 5.7.1' }],
    )
    expect(namesOf(steps)).toEqual(['scanner', 'scanner'])
    expect(watchedPrograms(steps)[0]?.steps).toHaveLength(4)
  })

  it('are nobody else’s while they have said nothing yet', () => {
    expect(namesOf(stepsOf([connected()], [connected(), greeted('ERP'), signedIn('accounting')]))).toEqual([
      'accounting',
    ])
  })
})

describe('the one that is followed', () => {
  const steps = stepsOf(
    [connected(), greeted('ERP'), signedIn('accounting')],
    [connected(), greeted('PC')],
    [connected(), greeted('SHOP'), signedIn('website')],
  )
  const followed = (wanted: Parameters<typeof followedProgram>[1], seen = steps) => {
    const found = followedProgram(watchedPrograms(seen), wanted)
    return found ? (found.login ?? found.greeting) : null
  }

  it('is the first that came, where nothing else is known', () => {
    expect(followed(null)).toBe('accounting')
    expect(followed(null, [])).toBeNull()
  })

  it('is the one with the sign-in that is being set up', () => {
    expect(followed({ login: 'website' })).toBe('website')
  })

  it('is, while that one hasn’t signed in, one that nobody knows yet, and never another’s', () => {
    expect(followed({ login: 'printer' })).toBe('pc')
    expect(followed({ login: 'printer' }, steps.slice(0, 3))).toBeNull()
  })

  it('is the one that was pointed at, whatever it turns out to be', () => {
    expect(followed({ first: 2 })).toBe('pc')
    const later = [...steps, ...stepsOf([], [], [], [connected(), greeted('PC'), signedIn('till')])]
    expect(followed({ first: 2 }, later)).toBe('till')
  })
})
