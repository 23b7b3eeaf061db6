import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { relayConfigurationOf } from '../../../electron/settings/relay-configuration.ts'
import { parseConfiguration } from '../../../relay/config/loading.ts'
import { type FrontOfficeDouble, openFrontOfficeDouble } from '../../support/front-office-double.ts'
import { officeSettings } from '../../support/office-settings.ts'
import { emptyRelaySnapshot } from '../../support/relay-snapshot.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const openOffice = async (): Promise<FrontOfficeDouble> => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'settings.json'), JSON.stringify(officeSettings('firm.example;shop.example')))
  const office = await openFrontOfficeDouble(folder, emptyRelaySnapshot())
  await office.call('addLogin', { name: 'accounting', user: 'office', kind: 'accounting' })
  return office
}
const form = {
  name: 'accounting',
  user: 'office',
  kind: 'accounting',
  addresses: '',
  authorizedDomains: '',
  authorizedSenders: '',
  messagesPerHour: null,
  recipients: null,
  whenUncertain: null,
}
const configurationOf = (office: FrontOfficeDouble) => relayConfigurationOf(office.office.settings(), true)
const withDomains = (authorizedDomains: string) => ({
  id: 'office',
  alreadyVerified: true,
  authorizedDomains,
  authorizedSenders: '',
  unauthorizedSenders: 'block',
})

describe('a sign-in', () => {
  it('has senders of its own, limits and a kind, of which only the kind stays in the app', async () => {
    const office = await openOffice()
    const wanted = { authorizedSenders: 'INVOICES@firm.example', messagesPerHour: 100, recipients: 20 }
    expect(await office.call('updateLogin', { ...form, ...wanted })).toMatchObject({ ok: true })
    const [login] = configurationOf(office).logins
    expect(login).toMatchObject({ messagesPerHour: 100, recipients: 20 })
    expect(login?.authorizedSenders).toMatch(/@firm\.example$/)
    expect(login).not.toHaveProperty('kind')
    expect((await office.snapshot()).logins[0]).toMatchObject({ kind: 'accounting', ineffective: [] })
  })

  it('is never allowed more than its user, and says which entry would be', async () => {
    const office = await openOffice()
    const asked = await office.call('updateLogin', {
      ...form,
      authorizedDomains: 'firm.example;bank.example',
    })
    const problems = [{ field: 'authorizedDomains', reason: 'wider-than-user', found: 'bank.example' }]
    expect(asked).toEqual({ ok: false, problems })
    expect(office.office.settings().logins[0]).not.toHaveProperty('authorizedDomains')
  })

  it('refuses counts that are none', async () => {
    const office = await openOffice()
    const asked = await office.call('updateLogin', { ...form, messagesPerHour: 0, recipients: 501 })
    const problems = [
      { field: 'messagesPerHour', reason: 'login-not-a-count' },
      { field: 'recipients', reason: 'too-many-recipients-wanted' },
    ]
    expect(asked).toEqual({ ok: false, problems })
  })

  it('loses what its user loses, and sends nothing rather than everything when nothing is left', async () => {
    const office = await openOffice()
    await office.call('updateLogin', { ...form, authorizedDomains: 'shop.example' })
    await office.call('setRules', withDomains('firm.example'))
    const configuration = configurationOf(office)
    expect(configuration.logins[0]).toMatchObject({ status: 'inactive' })
    expect((await office.snapshot()).logins[0]?.ineffective).toEqual(['shop.example'])
  })

  it('with narrower lists never keeps the relay from taking a user’s new ones', async () => {
    const office = await openOffice()
    await office.call('updateLogin', { ...form, authorizedDomains: 'firm.example;shop.example' })
    await office.call('setRules', withDomains('firm.example'))
    const configuration = configurationOf(office)
    expect(configuration.logins[0]).toMatchObject({ status: 'active', authorizedDomains: 'firm.example' })
    expect(parseConfiguration(configuration).ok).toBe(true)
  })
})

describe('a sign-in without password', () => {
  const device = { name: 'scanner', user: 'office', kind: 'device' }

  it('is recognised by addresses that are looked at', async () => {
    const office = await openOffice()
    const refused = async (addresses: string) => office.call('addAddressLogin', { ...device, addresses })
    expect(await refused(' ')).toMatchObject({ problems: [{ field: 'addresses', reason: 'required' }] })
    expect(await refused('192.168.1.20/24')).toMatchObject({
      problems: [{ field: 'addresses', reason: 'device-address-malformed', found: '192.168.1.20/24' }],
    })
    expect(await refused('192.168.1.20\n192.168.2.0/24')).toMatchObject({ ok: true })
    expect(configurationOf(office).logins[1]).toMatchObject({
      auth: 'none',
      addresses: ['192.168.1.20', '192.168.2.0/24'],
    })
    const twice = await office.call('addAddressLogin', {
      ...device,
      name: 'copier',
      addresses: '192.168.1.20/32',
    })
    expect(twice).toMatchObject({ problems: [{ reason: 'device-address-taken', found: '192.168.1.20/32' }] })
  })

  it('has no password to be reset', async () => {
    const office = await openOffice()
    await office.call('addAddressLogin', { ...device, addresses: '192.168.1.20' })
    expect(await office.call('resetLogin', { name: 'scanner' })).toMatchObject({
      ok: false,
      problems: [{ reason: 'has-no-password' }],
    })
  })

  it('can’t take the names that the relay writes its own mail under', async () => {
    const office = await openOffice()
    const asked = await office.call('addLogin', { name: 'smtp+ companion (ALERTS)', user: 'office' })
    expect(asked).toMatchObject({ ok: false, problems: [{ field: 'name', reason: 'name-taken' }] })
  })
})
