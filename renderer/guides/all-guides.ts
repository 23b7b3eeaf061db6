import { deviceGuides } from './device-guides.ts'
import type { Guide } from './guide.ts'
import { libraryGuides } from './library-guides.ts'
import { mailGuides } from './mail-guides.ts'
import { onlineGuides } from './online-guides.ts'
import { serverGuides } from './server-guides.ts'
import { websiteGuides } from './website-guides.ts'

const guides = [
  ...mailGuides,
  ...onlineGuides,
  ...websiteGuides,
  ...deviceGuides,
  ...serverGuides,
  ...libraryGuides,
] as const

export type GuideId = (typeof guides)[number]['id']
export type KnownGuide = Guide & { readonly id: GuideId }

/** The one for programs that have none of their own. */
export const genericGuideId: GuideId = 'other-program'

/** Every guide, in the order in which they are offered: the general one last. */
export const allGuides: readonly KnownGuide[] = guides.toSorted(
  (one, other) => Number(one.id === genericGuideId) - Number(other.id === genericGuideId),
)

/** The guide of an id. Throws for one that isn't there: ids come from this list. */
export function guideOf(id: GuideId): KnownGuide {
  const guide = allGuides.find((known) => known.id === id)
  if (!guide) throw new Error(`no guide: ${id}`)
  return guide
}
