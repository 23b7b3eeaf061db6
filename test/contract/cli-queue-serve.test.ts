import { readFile } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { makeAuthority } from '../support/certificates.ts'
import { type Office, openOffice } from '../support/office.ts'
import { runCli } from '../support/relay-process.ts'
import { type Behaviour, type StagedUpstream, startStagedUpstream } from '../support/staged-upstream.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { waitUntil } from '../support/wait-until.ts'

const row = z.object({
  id: z.string(),
  state: z.string(),
  attempts: z.int(),
  nextAttemptAt: z.string().nullable(),
  reply: z.string(),
})
const detail = row.extend({
  headers: z.string(),
  history: z.array(
    z.strictObject({ at: z.string(), outcome: z.string(), reply: z.string(), stage: z.string() }),
  ),
})

/** A running relay whose SMTP+ server behaves so. */
async function officeAt(behaviour: Behaviour): Promise<{ office: Office; upstream: StagedUpstream }> {
  const folder = await temporaryFolder()
  const authority = await makeAuthority(folder)
  const { keyFile, certFile } = await authority.issue()
  const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certFile, 'utf8')])
  const upstream = await startStagedUpstream(behaviour, { key, cert })
  onTestFinished(() => upstream.stop())
  const { caFile } = authority
  const office = await openOffice({ port: upstream.port, caFile, username: 's12345_6', password: 'secret' })
  onTestFinished(() => office.close())
  return { office, upstream }
}

async function listed({ data }: Office): Promise<readonly z.infer<typeof row>[]> {
  const { code, stdout } = await runCli(['queue', 'list', '--data', data, '--json'])
  expect(code).toBe(0)
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => row.parse(JSON.parse(line)))
}

/** Sends one message and waits until a first attempt of it came to nothing. */
async function sendInVain(office: Office): Promise<z.infer<typeof row>> {
  expect((await office.send()).code).toBe(0)
  return waitUntil('a first attempt', async () =>
    (await listed(office)).find(
      ({ state, attempts, reply }) => state === 'waiting' && (attempts > 0 || reply !== ''),
    ),
  )
}

function queue({ data }: Office, ...args: readonly string[]): ReturnType<typeof runCli> {
  return runCli(['queue', ...args, '--data', data, '--json'])
}

describe('queue, while serve runs', () => {
  it('shows every attempt with the exact answer, and a retry is tried at once', async () => {
    const { office, upstream } = await officeAt({ message: '451 4.3.0 come back later, please' })
    const { id, nextAttemptAt, reply } = await sendInVain(office)
    expect(reply).toBe('451 4.3.0 come back later, please')
    expect(Date.parse(nextAttemptAt ?? '')).toBeGreaterThan(Date.now() + 10_000)
    const shown = detail.parse(JSON.parse((await queue(office, 'show', id)).stdout))
    expect(shown.headers).toContain('Subject: Your invoice')
    expect(shown.history).toMatchObject([{ outcome: 'deferred', reply: '451 4.3.0 come back later, please' }])
    upstream.behave({})
    expect(JSON.parse((await queue(office, 'retry', id)).stdout)).toEqual({ changed: 1, ids: [id] })
    await office.relay().waitFor('delivered', (event) => event.id === id, 5_000)
    expect(await listed(office)).toEqual([])
  })

  it('retries at once also after refused credentials: one message takes the others along', async () => {
    const { office, upstream } = await officeAt({ auth: '535 5.7.8 wrong name or password' })
    const { id, reply } = await sendInVain(office)
    expect(reply).toBe('535 5.7.8 wrong name or password')
    expect((await office.send()).code).toBe(0)
    const waiting = await listed(office)
    expect(waiting).toHaveLength(2)
    for (const { state, nextAttemptAt } of waiting) {
      expect(state).toBe('waiting')
      expect(Date.parse(nextAttemptAt ?? '')).toBeGreaterThan(Date.now() + 10_000)
    }
    const before = upstream.connections()
    expect((await queue(office, 'retry', id)).code).toBe(0)
    // Still refused: tried once and paused again.
    await waitUntil('another try', () => upstream.connections() > before, 5_000)
    await waitUntil('paused again', async () =>
      (await listed(office)).every(
        ({ state, nextAttemptAt }) =>
          state === 'waiting' && Date.parse(nextAttemptAt ?? '') > Date.now() + 10_000,
      ),
    )
    upstream.behave({})
    expect((await queue(office, 'retry', id)).code).toBe(0)
    await waitUntil('both', () => office.relay().eventsNamed('delivered').length === 2, 5_000)
    expect(await listed(office)).toEqual([])
  })

  it('keeps what is on hold until it is released', async () => {
    const { office, upstream } = await officeAt({ greeting: '421 4.3.2 not now' })
    const { id } = await sendInVain(office)
    expect((await queue(office, 'hold', id)).code).toBe(0)
    upstream.behave({})
    const connections = upstream.connections()
    const retry = await queue(office, 'retry', id)
    expect(retry.code).toBe(1)
    expect(JSON.parse(retry.stdout)).toEqual({ ok: false, reason: 'on-hold', id })
    expect(JSON.parse((await queue(office, 'retry', '--all')).stdout)).toEqual({ changed: 0, ids: [] })
    // Whoever was tried would have been tried before this one.
    expect((await office.send({ recipients: ['bob@customer.example'] })).code).toBe(0)
    await queue(office, 'retry', '--all')
    await office.relay().waitFor('delivered', ({ recipients }) => recipients.includes('bob@customer.example'))
    expect(upstream.connections()).toBeGreaterThan(connections)
    expect(await listed(office)).toMatchObject([{ id, state: 'held', nextAttemptAt: null }])
    expect((await queue(office, 'release', id)).code).toBe(0)
    await office.relay().waitFor('delivered', (event) => event.id === id, 5_000)
  })

  it('lets go only by the rules what the rules hold', async () => {
    const { office } = await officeAt({ greeting: '421 4.3.2 not now' })
    const { id } = await sendInVain(office)
    const reload = async (user: Parameters<Office['writeUser']>[0], count: number): Promise<void> => {
      await office.writeUser(user)
      office.relay().signal('SIGHUP')
      await waitUntil('the reload', () => office.relay().eventsNamed('reloaded').length === count)
    }
    const refusedRelease = async (): Promise<unknown> => {
      const released = await queue(office, 'release', id)
      expect(released.code).toBe(1)
      expect(JSON.parse((await queue(office, 'release', '--all')).stdout)).toEqual({ changed: 0, ids: [] })
      expect(await listed(office)).toMatchObject([{ id, state: 'held' }])
      return JSON.parse(released.stdout)
    }
    await reload({ authorizedDomains: 'other.example' }, 1)
    expect(await refusedRelease()).toEqual({ ok: false, reason: 'sender-not-authorized', id })
    await reload({}, 2)
    await reload({ status: 'inactive' }, 3)
    expect(await refusedRelease()).toEqual({ ok: false, reason: 'user-inactive', id })
    await reload({}, 4)
    expect(await listed(office)).not.toMatchObject([{ state: 'held' }])
  })

  it('deletes what waits, and leaves alone what is being sent', async () => {
    const { office, upstream } = await officeAt({ message: 'hang' })
    expect((await office.send()).code).toBe(0)
    await waitUntil('the message is handed over', () => upstream.messages.length === 1)
    const [sending] = await listed(office)
    expect(sending?.state).toBe('sending')
    const refused = await queue(office, 'delete', sending?.id ?? '')
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ reason: 'being-sent' })
    await upstream.stop()
    await waitUntil('it is no longer being sent', async () => (await listed(office))[0]?.state !== 'sending')
    expect((await queue(office, 'delete', sending?.id ?? '')).code).toBe(0)
    expect(await listed(office)).toEqual([])
  })
})
