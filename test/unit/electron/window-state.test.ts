import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { peekTheme } from '../../../electron/window/theme.ts'
import { readWindowState, writeWindowState } from '../../../electron/window/window-state.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const screen = { x: 0, y: 0, width: 1_920, height: 1_080 }

describe('the window', () => {
  it('opens where it was', async () => {
    const path = join(await temporaryFolder(), 'window.json')
    const bounds = { x: 100, y: 50, width: 1_000, height: 700 }
    writeWindowState(path, bounds)
    expect(readWindowState(path, [screen]).bounds).toEqual(bounds)
  })

  it.each([
    ['on a screen that is gone', '{"x":3000,"y":50,"width":1000,"height":700}'],
    ['with its title bar above the screen', '{"x":0,"y":-400,"width":1000,"height":700}'],
    ['in words', '{"x":"left"}'],
    ['cut off', '{"x":1'],
  ])('opens in the middle when its place was saved %s', async (_how, text) => {
    const path = join(await temporaryFolder(), 'window.json')
    writeFileSync(path, text)
    expect(readWindowState(path, [screen]).bounds).toEqual({ width: 1_120, height: 760 })
  })

  it('is never smaller than the smallest that works', async () => {
    const path = join(await temporaryFolder(), 'window.json')
    writeWindowState(path, { x: 10, y: 10, width: 200, height: 100 })
    expect(readWindowState(path, [screen]).bounds).toMatchObject({ width: 900, height: 600 })
  })
})

describe('the theme before the settings are read', () => {
  it.each([
    ['{"preferences":{"theme":"dark"}}', 'dark'],
    ['{"preferences":{"theme":"purple"}}', 'system'],
    ['{"preferences":null}', 'system'],
    ['not JSON', 'system'],
  ])('of %s is %s', async (text, theme) => {
    const path = join(await temporaryFolder(), 'settings.json')
    writeFileSync(path, text)
    expect(peekTheme(path)).toBe(theme)
  })

  it('of no file is the system’s', async () => {
    expect(peekTheme(join(await temporaryFolder(), 'settings.json'))).toBe('system')
  })
})
