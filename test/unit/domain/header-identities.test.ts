import { describe, expect, it } from 'vitest'
import { effectivePriority } from '../../../relay/domain/priority.ts'
import { from, read } from './read-header.ts'

describe('what a header says beside its senders', () => {
  it.each([
    ['X-Priority: 1 (Highest)', 1],
    ['X-Priority: 5', 5],
    ['X-Priority: 15', null],
    ['Importance: High', 1],
    ['Importance: low', 5],
    ['Priority: non-urgent', 5],
    ['Priority: urgent', 1],
    ['Importance: soon', null],
    ['Subject: urgent', null],
  ])('%s is the priority %s', (field, priority) => {
    expect(read(from, field)).toMatchObject({ priority })
  })

  it('makes the effective priority the higher of the user and the message', () => {
    expect([effectivePriority(3, 1), effectivePriority(3, 5), effectivePriority(2, null)]).toEqual([1, 3, 2])
  })

  it('gives the subject decoded, without controls, at most 200 characters', () => {
    expect(read(from, 'Subject: =?utf-8?Q?Caff=C3=A8?=\r\n =?utf-8?Q?_e_t=C3=A8=0D=0A!?=')).toMatchObject({
      subject: 'Caffè e tè !',
    })
    expect(read(from, `Subject: ${'a'.repeat(300)}`)).toMatchObject({ subject: 'a'.repeat(200) })
    expect(read(from, 'Subject: =?x-none?Q?a?= b')).toMatchObject({ subject: '=?x-none?Q?a?= b' })
  })

  it('has limits: 256 KB and 2,000 lines', () => {
    expect(read(from, ...Array<string>(1_999).fill('X: a'))).toMatchObject({ sender: null })
    expect(read(from, ...Array<string>(2_000).fill('X: a'))).toMatchObject({ reason: 'too-many-lines' })
    expect(read(from, ...Array<string>(300).fill(`X: ${'a'.repeat(900)}`))).toMatchObject({
      reason: 'too-large',
    })
  })
})
