import {
  IconBrowser,
  IconCode,
  IconDatabase,
  IconDeviceMobile,
  IconMail,
  IconPrinter,
  IconReportMoney,
  IconTerminal2,
  IconWorldWww,
  type TablerIcon,
} from '@tabler/icons-react'
import type { LoginKind } from '../../../electron/ipc/window-logins.ts'
import type { GuideKind } from '../../guides/guide.ts'

/** Pictures of kinds, never of brands. */
export const guideIcons: { readonly [Kind in GuideKind]: TablerIcon } = {
  'mail-program': IconMail,
  phone: IconDeviceMobile,
  'web-mail': IconBrowser,
  website: IconWorldWww,
  library: IconCode,
  'mail-server': IconTerminal2,
  printer: IconPrinter,
  storage: IconDatabase,
  business: IconReportMoney,
}

/** What the sign-in of such a program is called among the sign-ins. */
export const loginKindOf: { readonly [Kind in GuideKind]: LoginKind } = {
  'mail-program': 'mail-program',
  phone: 'mail-program',
  'web-mail': 'mail-program',
  website: 'website',
  library: 'script',
  'mail-server': 'script',
  printer: 'device',
  storage: 'device',
  business: 'accounting',
}
