import type { z } from 'zod'
import { windowContract } from '../ipc/window-contract.ts'

const link = windowContract.requests.openLink.input.shape.link
export type ExternalLink = z.infer<typeof link>

/** Every address this app ever hands to the system's browser. The page names one; it can't bring its own. */
export const externalLinks: Readonly<Record<ExternalLink, string>> = {
  // each customer's console has a host of its own; the service's help sends everybody here first
  'smtp-plus-settings': 'https://www.mailup.com/login',
  'smtp-plus-help': 'https://help.mailup.com/display/MUG/SMTP+Settings',
}
