import type { GuideId } from '../all-guides.ts'
import type { GuideValues } from '../guide-values.ts'
import { dotNet, java, nodeMailer, phpMailer, python } from './library-snippets.ts'
import { exim, msmtp, postfix, sendmail } from './server-snippets.ts'
import { magento, wordPress } from './website-snippets.ts'

const snippets: { readonly [Id in GuideId]?: (values: GuideValues) => string } = {
  wordpress: wordPress,
  woocommerce: wordPress,
  magento,
  phpmailer: phpMailer,
  nodemailer: nodeMailer,
  python,
  dotnet: dotNet,
  java,
  msmtp,
  postfix,
  exim,
  sendmail,
}

/** Text to paste with the values filled in, never with a password; null where a guide has none. */
export function snippetOf(id: GuideId, values: GuideValues): string | null {
  return snippets[id]?.(values) ?? null
}
