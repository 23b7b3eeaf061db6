import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { windowContract } from '../../../electron/ipc/window-contract.ts'
import { findAtUsualPlaces, findIn } from '../../../electron/settings/take-over-files.ts'
import { openFrontOfficeDouble } from '../../support/front-office-double.ts'
import { emptyRelaySnapshot } from '../../support/relay-snapshot.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const msmtprc =
  'account office\nhost in.smtpok.com\nport 2525\ntls on\nuser s12345_6\npassword canary-in-file\n'

describe('what other programs know', () => {
  it('is found in a Thunderbird profile and in an msmtprc at their usual places', async () => {
    const home = await temporaryFolder()
    const profile = join(home, '.thunderbird', 'ab.default')
    await mkdir(profile, { recursive: true })
    await writeFile(join(home, '.thunderbird', 'profiles.ini'), '[Profile0]\nIsRelative=1\nPath=ab.default\n')
    await writeFile(
      join(profile, 'prefs.js'),
      'user_pref("mail.smtpserver.s1.hostname", "mail.firm.example");\n',
    )
    await writeFile(join(home, '.msmtprc'), msmtprc)
    const found = await findAtUsualPlaces({ platform: 'linux', home, env: {} })
    const ours = found.filter(({ file }) => file.startsWith(home))
    expect(ours.flatMap(({ findings }) => findings.map(({ server }) => server.server))).toEqual([
      'mail.firm.example',
      'in.smtpok.com',
    ])
  })

  it('is completed for a main.cf by the password table it names, where this account may read it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'sasl_passwd'), '[in.smtpok.com]:2525 s12345_6:canary-in-file\n')
    const mainCf = `relayhost = [in.smtpok.com]:2525\nsmtp_sasl_password_maps = hash:${join(folder, 'sasl_passwd')}\n`
    await writeFile(join(folder, 'main.cf'), mainCf)
    const { findings } = await findIn(join(folder, 'main.cf'))
    expect(findings.map(({ server, secret }) => [server.username, secret !== null])).toEqual([
      ['s12345_6', true],
    ])
  })

  it('comes to the page without its password, which goes from the file to where it is kept', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'msmtprc'), msmtprc)
    const office = await openFrontOfficeDouble(folder, emptyRelaySnapshot(), {
      toRead: join(folder, 'msmtprc'),
    })
    const answer = await office.call('readOutgoingFile', null)
    expect(JSON.stringify(answer)).not.toContain('canary')
    const [found] = windowContract.requests.readOutgoingFile.output.parse(answer) ?? []
    expect(found).toMatchObject({ server: 'in.smtpok.com', username: 's12345_6', complete: true })
    await office.call('addUser', {
      id: 'office',
      server: 'in.smtpok.com',
      port: 2525,
      encryption: 'starttls',
      username: 's12345_6',
    })
    const kept = await office.call('takeOverPassword', {
      found: found?.id ?? '',
      id: 'office',
      keep: 'until-quit',
    })
    expect(kept).toEqual({ ok: true, place: 'until-quit' })
    const snapshot = await office.snapshot()
    expect(snapshot.users.find(({ id }) => id === 'office')?.password).toBe('until-quit')
    expect(JSON.stringify([snapshot, office.deltas, office.office.settings()])).not.toContain('canary')
  })

  it('is nothing where there is no such file, or a folder in its place', async () => {
    const folder = await temporaryFolder()
    expect((await findIn(folder)).findings).toEqual([])
    expect((await findIn(join(folder, 'none'))).findings).toEqual([])
  })
})
