import {
  checkOutgoingServer,
  type FileText,
  type OutgoingServer,
} from '../../../relay/domain/program-files/outgoing-server.ts'
import { wordPressConstants } from '../../../relay/domain/program-files/web-settings.ts'
import { done } from '../../../relay/domain/result.ts'
import type { GuideId } from '../all-guides.ts'
import type { GuideValues } from '../guide-values.ts'
import { dotNet, java, nodeMailer, phpMailer, python } from './library-snippets.ts'
import { exim, msmtp, postfix, sendmail } from './server-snippets.ts'
import { magento } from './website-snippets.ts'

/** Code has no file of ours beside it; it is held to the same values. */
const code =
  (write: (server: OutgoingServer) => string) =>
  (server: OutgoingServer): FileText => {
    const checked = checkOutgoingServer(server)
    return checked.ok ? done(write(checked.value)) : checked
  }
const wordPress = (server: OutgoingServer): FileText => wordPressConstants(server, null)

const snippets: { readonly [Id in GuideId]?: (server: OutgoingServer) => FileText } = {
  wordpress: wordPress,
  woocommerce: wordPress,
  magento: code(magento),
  phpmailer: code(phpMailer),
  nodemailer: code(nodeMailer),
  python: code(python),
  dotnet: code(dotNet),
  java: code(java),
  msmtp,
  postfix,
  exim,
  sendmail,
}

/**
 * Text to paste with the values filled in, never with a password: what the file for the same program says. Null where a
 * guide has none, or the format can't write one of the values.
 */
export function snippetOf(id: GuideId, values: GuideValues): string | null {
  const { server, port, certificateFile } = values
  const text = snippets[id]?.({
    server,
    port,
    certificateFile,
    username: values.username ?? 'YOUR-SIGN-IN',
    from: values.from || 'you@your-company.example',
  })
  return text?.ok ? text.value.trimEnd() : null
}
