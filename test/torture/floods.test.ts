import { expect, it } from 'vitest'
import { runFloods, shortSizes } from './floods.ts'

// On a machine that does other things too; the goals themselves are measured by `npm run torture -- --floods`.
const mostMegabytes = 250
const longestStallMs = 1_000

it('floods leave the relay small and answering others', async () => {
  const reports = await runFloods(shortSizes)
  const worst = (of: (report: (typeof reports)[number]) => number): number => Math.max(...reports.map(of))
  expect(worst(({ rssMegabytes }) => rssMegabytes)).toBeLessThan(mostMegabytes)
  expect(worst(({ longestStallMs }) => longestStallMs)).toBeLessThan(longestStallMs)
  expect(Object.fromEntries(reports.map(({ name, answer }) => [name, answer]))).toMatchObject({
    '500 connections at once': '199 greeted, 301 turned away',
    '20000 RCPT in a session': '500 accepted',
    '1 GB announced': '552',
    'a body of 100 MB': '552',
    'a header of 24 MB': '554',
    'a line of 24 MB': '250',
    '6 × 24 MB at once': '250: 6',
  })
})
