import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundView } from '../../electron/ipc/window-take-over.ts'
import { useCompanion } from '../state/companion-context.tsx'
import { Notice } from './notice.tsx'
import './take-over.css'
import { usePress } from './use-press.ts'

type Shown =
  | { readonly kind: 'found'; readonly servers: readonly FoundView[]; readonly inFile: boolean }
  | { readonly kind: 'chosen'; readonly server: string }
  | { readonly kind: 'failed' }

/** Names, the same in every language. */
const programNames: Readonly<Record<FoundView['program'], string>> = {
  thunderbird: 'Thunderbird',
  msmtp: 'msmtp',
  postfix: 'Postfix',
  'wp-mail-smtp': 'WP Mail SMTP',
}

/** What other programs on this computer know of outgoing servers; the one that is chosen fills in the form below. */
export function TakeOver({ onChosen }: { readonly onChosen: (found: FoundView) => void }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [shown, setShown] = useState<Shown | null>(null)
  const look = usePress(async () => {
    const asked = await companion.ask('findOutgoing', null)
    setShown(asked.ok ? { kind: 'found', servers: asked.value, inFile: false } : { kind: 'failed' })
  })
  const choose = usePress(async () => {
    const asked = await companion.ask('readOutgoingFile', null)
    if (!asked.ok) setShown({ kind: 'failed' })
    else if (asked.value) setShown({ kind: 'found', servers: asked.value, inFile: true })
  })
  const use = (found: FoundView): void => {
    setShown({ kind: 'chosen', server: found.server })
    onChosen(found)
  }
  return (
    <section className="take-over" aria-label={t('takeOver.open')}>
      <div className="buttons">
        <Button variant="default" size="xs" loading={look.busy} onClick={look.start}>
          {t('takeOver.open')}
        </Button>
        {shown === null ? null : (
          <Button variant="default" size="xs" loading={choose.busy} onClick={choose.start}>
            {t('takeOver.choose')}
          </Button>
        )}
      </div>
      {shown?.kind === 'failed' ? <Notice tone="trouble">{t('takeOver.failed')}</Notice> : null}
      {shown?.kind === 'chosen' ? (
        <Notice tone="good" announce>
          {t('takeOver.chosen', { server: shown.server })}
        </Notice>
      ) : null}
      {shown?.kind === 'found' ? <Found shown={shown} onUse={use} /> : null}
    </section>
  )
}

function Found({
  shown: { servers, inFile },
  onUse,
}: {
  readonly shown: Extract<Shown, { kind: 'found' }>
  readonly onUse: (found: FoundView) => void
}): ReactNode {
  const { t } = useTranslation()
  if (servers.length === 0)
    return <Notice tone="attention">{t(inFile ? 'takeOver.noneInFile' : 'takeOver.none')}</Notice>
  return (
    <>
      <p className="dimmed">{t('takeOver.hint')}</p>
      <ul>
        {servers.map((found) => (
          <li key={found.id}>
            <strong>
              {programNames[found.program]}
              {found.label === '' ? '' : `, ${found.label}`}
            </strong>
            <span>
              {t('common.fields.server')}: <span className="mono">{`${found.server}:${found.port}`}</span>
            </span>
            {found.username === '' ? null : (
              <span>
                {t('common.fields.username')}: <span className="mono">{found.username}</span>
              </span>
            )}
            {found.from === '' ? null : <span>{t('takeOver.from', { from: found.from })}</span>}
            {found.complete ? <span className="dimmed">{t('takeOver.complete')}</span> : null}
            {found.notes.map((note) => (
              <span key={note} className="dimmed">
                {t(`takeOver.notes.${note}`)}
              </span>
            ))}
            <div className="buttons">
              <Button size="xs" variant="default" onClick={() => onUse(found)}>
                {t('takeOver.use', { server: found.server })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
