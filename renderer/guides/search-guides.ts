import { guideWords } from '../words/all-guide-words.ts'
import { allGuides, genericGuideId, guideOf, type KnownGuide } from './all-guides.ts'
import type { GuideKind } from './guide.ts'

/** The guides that fit what was typed and the kind chosen, the best first; nothing typed: all of the kind. */
export function searchGuides(typed: string, kind: GuideKind | null): readonly KnownGuide[] {
  const words = plain(typed).split(' ').filter(Boolean)
  return allGuides
    .filter((guide) => kind === null || guide.kind === kind)
    .map((guide) => ({ guide, distance: distanceOf(guide, words) }))
    .filter(({ distance }) => distance !== null)
    .toSorted((one, other) => (one.distance ?? 0) - (other.distance ?? 0))
    .map(({ guide }) => guide)
}

/** The one for whoever doesn't find theirs: in a kind with a general one, that. */
export function generalGuide(kind: GuideKind | null): KnownGuide {
  return guideOf(kind === 'printer' ? 'other-printer' : kind === 'business' ? 'erp' : genericGuideId)
}

/** 0 the name begins so, 1 a synonym does, 2 it occurs somewhere, 3 and 4 with a slip of the fingers; null: not at all. */
function distanceOf(guide: KnownGuide, typed: readonly string[]): number | null {
  const names = [guideWords.en.guides[guide.id].name, guideWords.it.guides[guide.id].name].map(plain)
  const synonyms = guide.synonyms.map(plain)
  let worst = 0
  for (const word of typed) {
    const distance = distanceOfWord(word, names, synonyms)
    if (distance === null) return null
    worst = Math.max(worst, distance)
  }
  return worst
}

function distanceOfWord(word: string, names: readonly string[], synonyms: readonly string[]): number | null {
  if (names.some((name) => name.startsWith(word))) return 0
  if (synonyms.some((name) => name.startsWith(word))) return 1
  if ([...names, ...synonyms].some((name) => name.includes(word))) return 2
  if (word.length < 4) return null
  const parts = [...names, ...synonyms].flatMap((name) => name.split(' '))
  const nearest = Math.min(...parts.map((part) => editDistance(word, part.slice(0, word.length + 1))))
  const allowed = word.length < 7 ? 1 : 2
  return nearest <= allowed ? 2 + nearest : null
}

/** Lower case, without accents and marks: `Wi-Fi È` → `wi fi e`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}.#+()]+/gu, ' ')
    .trim()
}

/** Letters to add, take away, replace or swap with their neighbour (optimal string alignment). */
function editDistance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    rows.push(next)
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      next.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return at(one.length, other.length)
}
