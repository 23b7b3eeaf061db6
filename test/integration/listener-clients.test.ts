import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, programPassword, startListening } from '../support/listening.ts'
import { runProcess } from '../support/running-process.ts'

const mail = 'From: user@good.example\r\nSubject: s\r\n\r\nbody\r\n'

let door: Listening
let folder: string
beforeAll(async () => {
  door = await startListening()
  folder = await mkdtemp(join(tmpdir(), 'clients-'))
})
afterAll(async () => {
  await door.close()
  await rm(folder, { recursive: true })
})

describe('encryption with openssl', () => {
  const shake = async (...flags: string[]) => {
    const at = [
      '-connect',
      `127.0.0.1:${door.port}`,
      '-starttls',
      'smtp',
      '-CAfile',
      door.certificate.certFile,
    ]
    return runProcess('openssl', ['s_client', ...at, ...flags], { input: 'QUIT\r\n' })
  }

  it.each(['-tls1_2', '-tls1_3'])('%s is spoken', async (version) => {
    const { stdout, stderr } = await shake(version, '-verify_return_error')
    expect(stdout + stderr).toContain('Verify return code: 0 (ok)')
    expect(stdout).toContain(`New, TLSv1.${version.at(-1)}, Cipher is`)
  })

  it.each(['-tls1', '-tls1_1'])('%s is not', async (version) => {
    const { code, stdout } = await shake(version, '-cipher', 'DEFAULT@SECLEVEL=0')
    expect(code).not.toBe(0)
    expect(stdout).not.toMatch(/Cipher is (?!\(NONE\))/)
  })

  it.each(['NULL', 'RC4', '3DES', 'aNULL', 'EXPORT', 'PSK'])('nor is a cipher of %s', async (ciphers) => {
    const { code } = await shake('-tls1_2', '-cipher', `${ciphers}:@SECLEVEL=0`)
    expect(code).not.toBe(0)
  })

  it('cannot be negotiated anew in the middle', async () => {
    const at = ['-connect', `127.0.0.1:${door.port}`, '-starttls', 'smtp', '-tls1_2']
    // "R" alone on a line makes s_client renegotiate.
    const { stdout, stderr } = await runProcess('openssl', ['s_client', ...at], { input: 'R\n' })
    expect(stdout + stderr).toMatch(/RENEGOTIATING/)
    expect(stdout + stderr).toMatch(/no renegotiation/i)
  })
})

describe('curl', () => {
  const send = async (url: string, ...flags: string[]) => {
    const file = join(folder, 'mail.eml')
    await writeFile(file, mail)
    const envelope = ['--mail-from', 'user@good.example', '--mail-rcpt', 'v@x.example', '--upload-file', file]
    return runProcess('curl', ['-sS', url, '--cacert', door.certificate.certFile, ...envelope, ...flags])
  }

  it('sends with STARTTLS and a sign-in', async () => {
    const before = door.queue.kept.length
    const user = ['--user', `program:${programPassword}`]
    const ended = await send(`smtp://localhost:${door.port}/program.test`, '--ssl-reqd', ...user)
    expect(ended.stderr).toBe('')
    expect(door.queue.kept).toHaveLength(before + 1)
  })

  it('that was told TLS from the first byte fails, and the journal says why, once', async () => {
    for (let time = 0; time < 2; time += 1) {
      const ended = await send(`smtps://localhost:${door.port}/program.test`)
      expect(ended.code).not.toBe(0)
    }
    const told = door.notices.filter((one) => one.event === 'refused' && one.reason === 'implicit-tls')
    expect(told).toMatchObject([{ reply: expect.stringContaining('choose STARTTLS instead of SSL/TLS') }])
  })
})
