import { describe, expect, it } from 'vitest'
import {
  type DoorReport,
  judgeOwnDoor,
  type OwnDoorReport,
  troubleOf,
} from '../../../relay/domain/own-door.ts'
import { probeVerdict } from '../../../relay/domain/probe-report.ts'

const here: DoorReport = {
  address: '127.0.0.1',
  port: 2525,
  network: false,
  here: true,
  named: true,
  verdict: 'ok',
  stages: [],
}
const there: DoorReport = { ...here, address: '192.168.1.5', network: true, named: false }

function report(doors: DoorReport[], signIn: OwnDoorReport['signIn'] = 'tried'): OwnDoorReport {
  const at = '2026-01-01T00:00:00.000Z'
  const certificate = { names: [], fingerprint: '', validFrom: at, validTo: at, trustedHere: null }
  return { doors, signIn, certificate }
}

describe('what is said of the relay’s own door', () => {
  it('is that all is well only if every address works and somebody signed in', () => {
    expect(judgeOwnDoor(report([here]))).toEqual({ kind: 'fine' })
    expect(judgeOwnDoor(report([here], 'no-active-user'))).toEqual({ kind: 'not-signed-in' })
    expect(judgeOwnDoor(report([]))).toEqual({ kind: 'nothing-listens' })
  })

  it('is the worst: what does not work comes before a name that is missing', () => {
    const broken: DoorReport = { ...here, verdict: 'connection-refused' }
    expect(judgeOwnDoor(report([there, broken]))).toMatchObject({ kind: 'trouble', trouble: 'unreachable' })
    expect(judgeOwnDoor(report([here, there]))).toEqual({ kind: 'name-missing', door: there })
  })

  it('finds trouble in every verdict but ok', () => {
    const fine = probeVerdict.options.filter((verdict) => troubleOf({ ...here, verdict }) === null)
    expect(fine).toEqual(['ok'])
  })

  it('is that an address is gone, whatever answered there', () => {
    expect(troubleOf({ here: false, verdict: 'ok' })).toBe('address-gone')
  })

  it('takes another certificate than the relay’s for another program in its place', () => {
    expect(troubleOf({ ...here, verdict: 'certificate-untrusted' })).toBe('stranger')
    expect(troubleOf({ ...here, verdict: 'certificate-expired' })).toBe('certificate')
  })
})
