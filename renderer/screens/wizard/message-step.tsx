import { Button, SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgramProgress } from '../../parts/message-progress.tsx'
import { SendFirstMessage } from '../../parts/send-first-message.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { authorizesMail, unverifiedOf } from '../../state/entries.ts'
import { StepFrame } from './step-frame.tsx'
import { VerifyFirst } from './verify-first.tsx'

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
  const known = useSnapshot(({ users }) => users.find(({ id }) => id === user))
  const waiting = unverifiedOf(known?.entries ?? [])
  // A code by mail is there in a minute; a domain's records take longer.
  const first = waiting.find(({ list }) => list === 'senders') ?? waiting[0]
  if (known && first && !known.entries.some(authorizesMail)) {
    return (
      <StepFrame title={t('wizard.message.title')} body={t('wizard.message.body')}>
        <VerifyFirst key={first.entry} user={known} entry={first} />
        <div className="buttons">
          <Button variant="default" onClick={onFinish}>
            {t('wizard.message.later')}
          </Button>
        </div>
      </StepFrame>
    )
  }
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
