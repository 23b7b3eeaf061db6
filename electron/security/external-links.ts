import type { z } from 'zod'
import { windowContract } from '../ipc/window-contract.ts'

const link = windowContract.requests.openLink.input.shape.link
export type ExternalLink = z.infer<typeof link>

/** Every address this app ever hands to the system's browser. The page names one; it can't bring its own. */
export const externalLinks: Readonly<Record<ExternalLink, string>> = {
  'smtp-plus-settings': 'https://app.mailup.com/',
  'smtp-plus-help': 'https://help.mailup.com/',
}
