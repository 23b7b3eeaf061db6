import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  type TablerIcon,
} from '@tabler/icons-react'

/** Colour only underlines what the words say: good, busy, needs a look, wrong. */
export type Tone = 'good' | 'busy' | 'attention' | 'trouble'

export const toneIcons: Record<Tone, TablerIcon> = {
  good: IconCircleCheck,
  busy: IconClock,
  attention: IconAlertTriangle,
  trouble: IconAlertCircle,
}
