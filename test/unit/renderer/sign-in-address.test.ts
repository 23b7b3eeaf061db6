import { describe, expect, it } from 'vitest'
import { signInAddress } from '../../../renderer/state/sign-in-address.ts'

const at = (address: string) => ({ address, port: 2525 })
const here = [at('127.0.0.1'), at('::1')]
const program = { kind: 'accounting', addresses: [] } as const
const printer = { kind: 'device', addresses: [] } as const
const from = (...addresses: string[]) => ({ kind: null, addresses })
const serverFor = (
  listen: Parameters<typeof signInAddress>[0],
  login: Parameters<typeof signInAddress>[1],
) => {
  const found = signInAddress(listen, login)
  return found.reason === 'found' ? found.server.address : found.reason
}

describe('the server that is typed into a program', () => {
  it('is this computer itself for what runs here, and what another computer types once the door is open', () => {
    expect(signInAddress(here, program)).toEqual({
      reason: 'found',
      server: at('127.0.0.1'),
      elsewhere: null,
    })
    expect(signInAddress([...here, at('192.168.1.5')], null)).toEqual({
      reason: 'found',
      server: at('127.0.0.1'),
      elsewhere: at('192.168.1.5'),
    })
    expect(serverFor(here, from('127.0.0.1'))).toBe('127.0.0.1')
    expect(serverFor([], printer)).toBe('not-listening')
  })

  it('is never 127.0.0.1 for a device: the network address, or that there is none yet', () => {
    expect(serverFor(here, printer)).toBe('no-door')
    expect(serverFor(here, from('192.168.1.20'))).toBe('no-door')
    expect(serverFor([...here, at('192.168.1.5')], printer)).toBe('192.168.1.5')
    expect(serverFor([...here, at('192.168.1.5')], from('192.168.1.20'))).toBe('192.168.1.5')
  })

  it('is, of several, the one in the network of the device', () => {
    const doors = [...here, at('10.0.0.5'), at('192.168.1.5'), at('192.168.2.5'), at('fd00:1::5')]
    expect(serverFor(doors, from('192.168.2.0/24'))).toBe('192.168.2.5')
    expect(serverFor(doors, from('192.168.1.20', '10.9.9.9'))).toBe('192.168.1.5')
    expect(serverFor(doors, from('10.0.0.77'))).toBe('10.0.0.5')
    expect(serverFor(doors, from('fd00:1:0:0::20'))).toBe('fd00:1::5')
    expect(serverFor([...here, at('192.168.1.5')], from('fd00::20'))).toBe('no-door')
  })
})
