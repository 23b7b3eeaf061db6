import { readFileSync } from 'node:fs'

export type Theme = 'light' | 'dark' | 'system'

/** What is behind the page until it has painted: the page's own two background colours. */
export const backgrounds = { light: '#ffffff', dark: '#1a1e27' } as const

/**
 * The theme saved in `settingsPath`, read by hand: the window opens before the settings are checked as a whole.
 * Anything unexpected is "system".
 */
export function peekTheme(settingsPath: string): Theme {
  try {
    const settings: unknown = JSON.parse(readFileSync(settingsPath, 'utf8'))
    const theme = property(property(settings, 'preferences'), 'theme')
    return theme === 'light' || theme === 'dark' ? theme : 'system'
  } catch {
    return 'system'
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
