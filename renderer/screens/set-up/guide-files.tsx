import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandOverFormat, HandOverServer } from '../../../electron/ipc/window-handover.ts'
import type { GuideId, KnownGuide } from '../../guides/all-guides.ts'
import type { GuideValues } from '../../guides/guide-values.ts'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { AccountFile } from './account-file.tsx'
import { FileWritten, type Outcome } from './file-written.tsx'
import type { GuideSignIn } from './guide-sign-in.tsx'
import { ThunderbirdProfiles } from './thunderbird-profiles.tsx'

const formats: { readonly [Id in GuideId]?: HandOverFormat } = {
  msmtp: 'msmtp',
  sendmail: 'msmtp',
  postfix: 'postfix',
  exim: 'exim',
  wordpress: 'wordpress',
  woocommerce: 'wordpress',
  phpmailer: 'environment',
  nodemailer: 'environment',
  python: 'environment',
}

/** One press instead of typing, for the programs that read their values from a file. */
export function GuideFiles({
  guide,
  values,
  signIn,
}: {
  readonly guide: KnownGuide
  readonly values: GuideValues
  readonly signIn: GuideSignIn | null
}): ReactNode {
  const { t } = useTranslation()
  const { variant, server, port, username, from } = values
  if (username === null || from === '') return null
  const outgoing = { variant, server, port, username, from }
  const format = formats[guide.id]
  if (guide.id === 'thunderbird') {
    return (
      <>
        <ThunderbirdProfiles server={outgoing} />
        <details>
          <summary>{t('handOver.incoming.forNewAccounts')}</summary>
          <AccountFile format="autoconfig" server={outgoing} />
        </details>
      </>
    )
  }
  if (guide.id === 'apple-mail' || guide.id === 'iphone')
    return <AccountFile format="apple-profile" server={outgoing} />
  if (format === undefined) return null
  const complete = variant === 'relay' && (signIn?.password ?? null) !== null
  return <SaveFile key={`${variant} ${username}`} format={format} server={outgoing} complete={complete} />
}

function SaveFile({
  format,
  server,
  complete,
}: {
  readonly format: HandOverFormat
  readonly server: HandOverServer
  readonly complete: boolean
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const press = usePress(async () => {
    setOutcome(null)
    const asked = await companion.ask('saveProgramFile', { format, server, complete, incoming: null })
    if (!asked.ok) setOutcome({ outcome: 'not-answered' })
    else setOutcome(asked.value.outcome === 'cancelled' ? null : asked.value)
  })
  return (
    <>
      <p>
        {t('handOver.file')}{' '}
        <span className="dimmed">{t(`handOver.${complete ? 'withPassword' : 'withoutPassword'}`)}</span>
      </p>
      <div className="buttons">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={press.busy}
          onClick={press.start}
        >
          {t('handOver.save')}
        </Button>
      </div>
      <FileWritten
        outcome={outcome}
        sentence={(files) => t('handOver.written', { files: files.join(', ') })}
      />
    </>
  )
}
