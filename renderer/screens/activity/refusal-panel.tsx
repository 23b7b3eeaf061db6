import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../electron/ipc/window-contract.ts'
import { RefusalCure } from '../../parts/refusal-cure.tsx'
import { RowState } from '../../parts/row-state.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useRefusalWords } from '../../parts/use-refusal-words.ts'
import { formatTime } from '../../words/format.ts'
import { identityWords, userWords } from '../../words/sentences.ts'

/** Why something was refused, with the cure beside it and the relay's exact reply below. */
export function RefusalPanel({
  refusal,
  onClose,
}: {
  readonly refusal: Snapshot['refusals'][number]
  readonly onClose: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const words = useRefusalWords(refusal)
  return (
    <SidePanel title={words.title} onClose={onClose}>
      <RowState state="refused" />
      <p>{words.body}</p>
      <RefusalCure refusal={refusal} />
      <dl className="facts">
        <dt>{t('activity.fields.at')}</dt>
        <dd>{formatTime(refusal.at, i18n.language)}</dd>
        <dt>{t('activity.fields.program')}</dt>
        <dd>{refusal.login ?? '–'}</dd>
        <dt>{t('activity.fields.user')}</dt>
        <dd>{refusal.user === null ? '–' : userWords(t, refusal.user)}</dd>
        {refusal.identity ? (
          <>
            <dt>{t('activity.fields.identity')}</dt>
            <dd>
              {identityWords(t, refusal.identity)}
              {refusal.address ? `: ${refusal.address}` : ''}
            </dd>
          </>
        ) : null}
      </dl>
      <section>
        <h3>{t('activity.fields.reply')}</h3>
        <p className="word-for-word">{refusal.reply}</p>
      </section>
    </SidePanel>
  )
}
