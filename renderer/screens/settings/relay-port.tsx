import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { readPort } from '../../state/read-form.ts'
import { addressForPrograms, writeAddress } from '../../state/relay-address.ts'
import { fieldWords, relayProblemWords } from '../../words/sentences.ts'
import { OwnDoor } from './own-door.tsx'

/** Where the relay listens, why not if it doesn't, and another port for it. */
export function RelayPort(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const field = useRef<HTMLInputElement>(null)
  const listen = useSnapshot(({ relay }) => relay.listen)
  const problems = useSnapshot(({ relay }) => relay.problems)
  const [refused, setRefused] = useState<FieldProblem | null>(null)
  const [savedPort, setSavedPort] = useState<number | null>(null)
  const address = addressForPrograms(listen)

  const press = usePress(async () => {
    setSavedPort(null)
    const port = readPort(field.current?.value.trim() ?? '')
    if (!port.ok) {
      setRefused(port.problem)
      return
    }
    const asked = await companion.ask('useRelayPort', { port: port.value })
    if (!asked.ok) return
    setRefused(asked.value.ok ? null : (asked.value.problems[0] ?? null))
    if (asked.value.ok) setSavedPort(port.value)
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press.start()
  }

  return (
    <>
      <p>
        {t('settings.address')}:{' '}
        <span className="mono">{address ? listen.map(writeAddress).join(', ') : t('home.notListening')}</span>
      </p>
      {problems.map((problem) => {
        const words = relayProblemWords(t, problem)
        return (
          <Notice key={words.title} tone="trouble">
            {words.title} {words.body}
          </Notice>
        )
      })}
      <form className="settings-port" onSubmit={submit} noValidate>
        <TextInput
          key={address?.port}
          ref={field}
          label={t('settings.port')}
          description={t('settings.portHint')}
          inputMode="numeric"
          defaultValue={String(address?.port ?? 2525)}
          error={refused ? fieldWords(t, refused) : undefined}
        />
        <Button type="submit" variant="default" loading={press.busy}>
          {t('settings.usePort')}
        </Button>
      </form>
      {savedPort === null ? null : (
        <Notice tone="good" announce>
          {t('settings.portSaved', { port: savedPort })}
        </Notice>
      )}
      <OwnDoor />
    </>
  )
}
