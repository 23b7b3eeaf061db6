import { expect, it } from 'vitest'
import { openLastTimes } from '../../../relay/journal/last-times.ts'
import { openDatabase } from '../../../relay/queue/database.ts'
import { createWriter } from '../../../relay/queue/writer.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

it('when sign-ins were last used survives a restart, and is told once for many uses', async () => {
  const opened = await openDatabase(await temporaryFolder())
  if (!opened.ok) throw new Error(opened.problem.reason)
  const database = opened.value
  const writer = createWriter(database)
  const told: unknown[] = []
  const logins = openLastTimes({
    database,
    writer,
    what: 'sign-in',
    onTime: (login, atMs) => told.push([login, atMs]),
  })
  for (let atMs = 1; atMs <= 500; atMs += 1) logins.note('program', atMs)
  logins.note('scanner', 7)
  expect(logins.all().get('program')).toBe(500)
  logins.close()
  writer.flush()
  expect(told).toEqual([
    ['program', 500],
    ['scanner', 7],
  ])
  const next = openLastTimes({ database, writer, what: 'sign-in' })
  expect([...next.all()]).toEqual([
    ['program', 500],
    ['scanner', 7],
  ])
  next.close()
  database.close()
})
