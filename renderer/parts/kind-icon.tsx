import {
  IconCalculator,
  IconMail,
  IconPlug,
  IconPrinter,
  IconTerminal2,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { LoginKind } from '../../electron/ipc/window-logins.ts'

const icons: Record<LoginKind, TablerIcon> = {
  'mail-program': IconMail,
  accounting: IconCalculator,
  device: IconPrinter,
  website: IconWorld,
  script: IconTerminal2,
}

/** A picture of what sort of program signs in; it stands beside the name and says nothing that the words don't. */
export function KindIcon({ kind }: { readonly kind: LoginKind | null }): ReactNode {
  const Icon = kind === null ? IconPlug : icons[kind]
  return <Icon className="kind-icon" size={18} stroke={1.75} aria-hidden />
}
