import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/words/en.ts'
import { leavesOf } from './leaves.ts'

const code = globSync('renderer/**/*.{ts,tsx}')
  .filter((file) => !file.includes('renderer/words/en') && !file.includes('renderer/words/it'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const literals = new Set([...code.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map((match) => match[1]))
const templates = [...code.matchAll(/`([a-zA-Z]+(?:\.[\w-]+)*\.)\$\{[^}]+\}([.\w]*)`/g)].map(
  ([, start = '', end = '']) => ({ start, end }),
)

describe('the sentences', () => {
  it('are all said somewhere: none was left behind when a screen changed', () => {
    const unused = leavesOf(en)
      .map(([path]) => path.replace(/_(?:zero|one|other)$/, ''))
      .filter((path) => {
        const fits = ({ start, end }: { start: string; end: string }): boolean =>
          path.startsWith(start) && path.endsWith(end)
        return (
          !literals.has(path) && !templates.some(fits) && !path.endsWith('.title') && !path.endsWith('.body')
        )
      })
    expect(unused).toEqual([])
  })
})
