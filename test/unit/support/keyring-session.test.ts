import { afterAll, describe, expect, it } from 'vitest'
import { startKeyringSession } from '../../support/keyring-session.ts'
import { runProcess } from '../../support/running-process.ts'

const session = await startKeyringSession()
afterAll(() => session.stop())

const store = (secret: string) =>
  runProcess('timeout', ['1', 'secret-tool', 'store', '--label=test', 'app', 'test'], {
    env: session.env,
    input: secret,
  })
const lookup = () =>
  runProcess('timeout', ['1', 'secret-tool', 'lookup', 'app', 'test'], { env: session.env })

describe('a keyring session for tests', () => {
  it('keeps a secret over lock and unlock', async () => {
    expect((await store('kept')).code).toBe(0)
    expect((await lookup()).stdout).toBe('kept')
    await session.change('locked')
    expect((await lookup()).stdout).toBe('')
    await session.change('unlocked')
    expect((await lookup()).stdout).toBe('kept')
  })

  it('can be absent', async () => {
    await session.change('absent')
    const answer = await lookup()
    expect(answer.code).toBe(1)
    expect(answer.stderr).toContain('org.freedesktop.secrets')
  })

  it('can be there and not answer', async () => {
    await session.change('unlocked')
    session.freeze()
    expect((await lookup()).code).toBe(124)
    await session.change('unlocked')
    expect((await lookup()).stdout).toBe('kept')
  })
})
