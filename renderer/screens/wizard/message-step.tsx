import { Button, SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgramProgress } from '../../parts/message-progress.tsx'
import { SendFirstMessage } from '../../parts/send-first-message.tsx'
import { StepFrame } from './step-frame.tsx'

/** The first message, from here or from the program, watched until it is sent. */
export default function MessageStep({
  user,
  login,
  onFinish,
}: {
  readonly user: string
  /** null: the program doesn't pass here, so there is nothing of it to watch */
  readonly login: string | null
  readonly onFinish: () => void
}): ReactNode {
  const { t } = useTranslation()
  const [way, setWay] = useState<'here' | 'program'>('here')
  const [since] = useState(() => new Date().toISOString())
  return (
    <StepFrame title={t('wizard.message.title')} body={t('wizard.message.body')}>
      {login === null ? null : (
        <SegmentedControl
          aria-label={t('wizard.message.title')}
          value={way}
          onChange={(value) => setWay(value === 'program' ? 'program' : 'here')}
          data={[
            { value: 'here', label: t('wizard.message.fromHere') },
            { value: 'program', label: t('wizard.message.fromProgram') },
          ]}
        />
      )}
      {way === 'here' || login === null ? (
        <SendFirstMessage user={user} />
      ) : (
        <>
          <p>{t('firstMessage.watching', { login })}</p>
          <ProgramProgress login={login} since={since} />
        </>
      )}
      <div className="buttons">
        <Button variant={way === 'here' ? 'default' : 'filled'} onClick={onFinish}>
          {t('wizard.message.finish')}
        </Button>
      </div>
    </StepFrame>
  )
}
