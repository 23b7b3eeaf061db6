/** Every sentence of a words object with its path: `['home.title', 'Home']`. */
export function leavesOf(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[at, value] as const]
    return typeof value === 'object' && value !== null ? leavesOf(value, at) : []
  })
}
