import { extname, join, normalize, sep } from 'node:path'
import { isOurUrl } from './page-origin.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Which file of the page's folder a request means, with its media type; null for everything that is not one:
 * other hosts, paths that leave the folder, kinds of file the page has no use for.
 */
export function pageFile(root: string, requestUrl: string): { path: string; mediaType: string } | null {
  if (!isOurUrl(requestUrl)) return null
  const wanted = decoded(new URL(requestUrl).pathname)
  if (wanted === null || /[\0\\:]/.test(wanted)) return null
  const path = normalize(join(root, wanted))
  if (!path.startsWith(normalize(root) + sep)) return null
  const mediaType = types[extname(path).toLowerCase()]
  return mediaType === undefined ? null : { path, mediaType }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
