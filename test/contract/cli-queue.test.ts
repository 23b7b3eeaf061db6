import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accept, openWorkbench } from '../support/queue-workbench.ts'
import { runCli } from '../support/relay-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const unknownId = '00000000000'
const changed = z.strictObject({ changed: z.int(), ids: z.array(z.string()) })

/** A data folder with so many messages and no relay on it; newest first, like the list. */
async function folderWithMail(count: number): Promise<{ data: string; ids: readonly string[] }> {
  const data = await temporaryFolder()
  const bench = await openWorkbench({ directory: data })
  const ids = await Promise.all(Array.from({ length: count }, () => accept(bench.queue)))
  await bench.remove()
  return { data, ids: ids.toSorted().toReversed() }
}

async function listed(data: string): Promise<readonly Record<string, unknown>[]> {
  const { code, stdout, stderr } = await runCli(['queue', 'list', '--data', data, '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = stdout.split('\n').slice(0, -1)
  return lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
}

describe('queue, without a relay', () => {
  it('lists one object a message with exactly the public fields', async () => {
    const { data, ids } = await folderWithMail(1)
    expect(await listed(data)).toEqual([
      {
        id: ids[0],
        state: 'waiting',
        user: 'office',
        login: 'accounting',
        mailFrom: 'info@firm.example',
        recipients: ['customer@else.example'],
        bytes: 35,
        attempts: 0,
        nextAttemptAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        reply: '',
      },
    ])
  })

  it('lists more than one page without a gap or a repeat, newest first', async () => {
    const { data, ids } = await folderWithMail(1234)
    expect((await listed(data)).map(({ id }) => id)).toEqual(ids)
  })

  it('does not list what was sent', async () => {
    const data = await temporaryFolder()
    const bench = await openWorkbench({ directory: data })
    const id = await accept(bench.queue)
    bench.queue.claimDue(bench.clock.nowMs, 1, ['office'])
    const outcomes = [{ address: 'customer@else.example', outcome: 'delivered', reply: '250 ok' }] as const
    await bench.queue.settle({ id, stage: 'message', outcomes, nextAttemptAtMs: null, hold: null })
    await bench.remove()
    expect(await listed(data)).toEqual([])
    const words = await runCli(['queue', 'list', '--data', data])
    expect(words).toMatchObject({ code: 0, stdout: 'The queue is empty.\n' })
  })

  it('holds, releases and deletes one message or all, and says which', async () => {
    const { data, ids } = await folderWithMail(3)
    const [id = ''] = ids
    const act = async (...args: readonly string[]) => {
      const answer = await runCli(['queue', ...args, '--data', data, '--json'])
      expect(answer.code).toBe(0)
      return changed.parse(JSON.parse(answer.stdout))
    }
    expect(await act('hold', id)).toEqual({ changed: 1, ids: [id] })
    expect(await listed(data)).toMatchObject([{ id, state: 'held', nextAttemptAt: null }, {}, {}])
    expect(await act('retry', '--all')).toEqual({ changed: 2, ids: ids.slice(1).toReversed() })
    expect(await act('release', '--all')).toEqual({ changed: 1, ids: [id] })
    expect(await act('delete', id)).toEqual({ changed: 1, ids: [id] })
    expect((await act('delete', '--all')).changed).toBe(2)
    expect(await act('delete', '--all')).toEqual({ changed: 0, ids: [] })
    expect(await listed(data)).toEqual([])
  })

  it('acts on all that match several filters, and on nothing else', async () => {
    const data = await temporaryFolder()
    const bench = await openWorkbench({ directory: data })
    const wanted = await accept(bench.queue, { subject: 'Offerta CITTÀ', login: 'website' })
    await accept(bench.queue, { subject: 'Offerta CITTÀ' })
    await accept(bench.queue, { subject: 'Fattura', login: 'website' })
    await accept(bench.queue, { subject: 'Offerta CITTÀ', login: 'website', user: 'other' })
    await bench.remove()
    const filters = ['--user', 'office', '--login', 'website', '--search', 'città']
    const held = await runCli(['queue', 'hold', ...filters, '--data', data, '--json'])
    expect(changed.parse(JSON.parse(held.stdout))).toEqual({ changed: 1, ids: [wanted] })
    const shown = await runCli(['queue', 'show', '--state', 'held', '--data', data])
    expect(shown.stdout).toContain(`Message ${wanted}\n`)
    expect(shown.stdout.match(/^Message /gm)).toHaveLength(1)
    const both = await runCli(['queue', 'delete', wanted, '--user', 'office', '--data', data])
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('or filters such as --user') })
  })

  it('answers no, and why, where an action does not apply', async () => {
    const { data, ids } = await folderWithMail(1)
    const [id = ''] = ids
    const release = await runCli(['queue', 'release', id, '--data', data, '--json'])
    expect(release.code).toBe(1)
    expect(JSON.parse(release.stdout)).toEqual({ ok: false, reason: 'not-on-hold', id })
    await runCli(['queue', 'hold', id, '--data', data])
    const retry = await runCli(['queue', 'retry', id, '--data', data])
    expect(retry).toMatchObject({ code: 1, stdout: '' })
    expect(retry.stderr).toContain(`queue release ${id}`)
    expect(await listed(data)).toMatchObject([{ state: 'held' }])
  })

  it('shows envelope and header, to scripts and to people', async () => {
    const { data, ids } = await folderWithMail(2)
    const [id = ''] = ids
    const shown = await runCli(['queue', 'show', id, '--data', data, '--json'])
    expect(shown).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(shown.stdout)).toMatchObject({
      id,
      state: 'waiting',
      subject: 'Invoice 7',
      headers: 'Subject: Invoice 7\r\n\r\n',
      history: [],
    })
    const words = await runCli(['queue', 'show', id, '--data', data])
    expect(words.stdout).toContain('Subject: Invoice 7\n')
    const all = await runCli(['queue', 'show', '--all', '--data', data, '--json'])
    expect(all.stdout.split('\n')).toHaveLength(3)
  })

  it.each(['show', 'retry', 'hold', 'release', 'delete'])('%s of no such ID answers no', async (command) => {
    const { data } = await folderWithMail(1)
    for (const id of [unknownId, 'nonsense']) {
      const { code, stdout, stderr } = await runCli(['queue', command, id, '--data', data, '--json'])
      expect(code).toBe(1)
      expect(JSON.parse(stdout)).toEqual({ ok: false, reason: 'no-such-message', id })
      expect(stderr).toContain(id)
    }
    expect(await listed(data)).toHaveLength(1)
  })
})

describe('queue', () => {
  it.each([
    [['queue']],
    [['queue', 'unknown', '--data', 'x']],
    [['queue', 'list']],
    [['queue', 'list', unknownId, '--data', 'x']],
    [['queue', 'show', '--data', 'x']],
    [['queue', 'retry', '--data', 'x']],
    [['queue', 'retry', unknownId, '--all', '--data', 'x']],
    [['queue', 'list', '--state', 'sent', '--data', 'x']],
    [['queue', 'save', unknownId, '--data', 'x']],
    [['journal', '--csv', '--since', 'yesterday', '--data', 'x']],
    [['queue', 'delete', '--all']],
  ])('answers the wrong call %j with exit 2, in words', async (args) => {
    const { code, stdout, stderr } = await runCli(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/^ {4}at /m)
  })

  it('says that there is no queue, and makes none', async () => {
    const folder = await temporaryFolder()
    const missing = join(folder, 'missing')
    for (const data of [missing, folder]) {
      const { code, stdout, stderr } = await runCli(['queue', 'list', '--data', data, '--json'])
      expect(code).toBe(3)
      expect(JSON.parse(stdout)).toEqual({ ok: false, reason: 'no-database', path: join(data, 'relay.db') })
      expect(stderr).toContain(data)
    }
  })

  it('leaves alone what is no database of a relay', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'relay.db'), 'x'.repeat(8192))
    const unreadable = await runCli(['queue', 'list', '--data', folder])
    expect(unreadable).toMatchObject({ code: 3, stdout: '' })
    const empty = join(folder, 'empty')
    await mkdir(empty)
    await writeFile(join(empty, 'relay.db'), '')
    expect((await runCli(['queue', 'delete', '--all', '--data', empty])).code).toBe(3)
  })
})
