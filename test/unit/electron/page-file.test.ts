import { describe, expect, it } from 'vitest'
import { pageFile } from '../../../electron/security/page-file.ts'
import { isOurUrl } from '../../../electron/security/page-origin.ts'

const root = '/app/dist/renderer'

describe('the files of the page', () => {
  it('are served with their media type', () => {
    expect(pageFile(root, 'app://companion/index.html')).toEqual({
      path: '/app/dist/renderer/index.html',
      mediaType: 'text/html; charset=utf-8',
    })
    expect(pageFile(root, 'app://companion/assets/index-1.js?v=1#x')?.mediaType).toMatch(/^text\/javascript/)
  })

  it.each([
    'app://companion/../../etc/passwd.html',
    'app://companion/%2e%2e/%2e%2e/main.js',
    'app://companion/..%2f..%2felectron/main.js',
    'app://companion/..%5c..%5cmain.js',
    'app://companion/assets/%2e%2e%2f%2e%2e%2fpackage.js',
    'app://companion/index.html%00.js',
    'app://companion/%zz.js',
    'app://companion/C:/windows/x.js',
    'app://companion/../renderer-other/x.js',
    'app://companion/index.map',
    'app://companion/',
    'app://elsewhere/index.html',
    'https://companion/index.html',
    'file:///app/dist/renderer/index.html',
  ])('end where the folder ends: %s', (url) => {
    const file = pageFile(root, url)
    expect(file === null || file.path.startsWith(`${root}/`)).toBe(true)
  })
})

describe('our own address', () => {
  it.each(['app://companion/index.html', 'app://companion/index.html#/users'])('is %s', (url) => {
    expect(isOurUrl(url)).toBe(true)
  })

  it.each([
    'app://companion.evil.example/index.html',
    'app://user@companion/index.html',
    'https://companion/',
    'file:///index.html',
    'about:blank',
    'data:text/html,hello',
    '',
  ])('is not %s', (url) => {
    expect(isOurUrl(url)).toBe(false)
  })
})
