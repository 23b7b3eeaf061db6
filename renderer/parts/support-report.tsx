import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../state/bridge.ts'
import { useCompanion } from '../state/companion-context.tsx'
import { Notice } from './notice.tsx'
import { usePress } from './use-press.ts'

/** One file for those who help, without anything secret. */
export function SupportReport(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [withAddresses, setWithAddresses] = useState(false)
  const [answer, setAnswer] = useState<RequestOutput<'saveSupportReport'> | 'failed' | null>(null)
  const save = usePress(async () => {
    const asked = await companion.ask('saveSupportReport', { withAddresses })
    setAnswer(asked.ok ? asked.value : 'failed')
  })
  return (
    <>
      <p className="dimmed">{t('support.body')}</p>
      <Checkbox
        label={t('support.withAddresses')}
        description={t('support.withAddressesHint')}
        checked={withAddresses}
        onChange={(event) => setWithAddresses(event.currentTarget.checked)}
      />
      <div className="buttons">
        <Button variant="default" size="sm" loading={save.busy} onClick={save.start}>
          {t('support.press')}
        </Button>
      </div>
      {answer === null || (answer !== 'failed' && answer.outcome === 'cancelled') ? null : (
        <Notice tone={answer !== 'failed' && answer.outcome === 'written' ? 'good' : 'trouble'} announce>
          {sentence(answer)}
        </Notice>
      )}
    </>
  )

  function sentence(said: Exclude<typeof answer, null>): string {
    if (said === 'failed' || said.outcome === 'cancelled') return t('support.failed')
    return said.outcome === 'written' ? t('support.written', said) : t('support.notWritten', said)
  }
}
