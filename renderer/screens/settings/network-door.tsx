import { Button, NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import type { NetworkDoor as Door } from '../../../electron/ipc/window-network.ts'
import { Notice } from '../../parts/notice.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { addressForPrograms } from '../../state/relay-address.ts'
import { fieldWords } from '../../words/sentences.ts'

/** Whether printers, scanners and other computers may send through this one, and which of them. */
export function NetworkDoor(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const address = useRef<HTMLSelectElement>(null)
  const devices = useRef<HTMLTextAreaElement>(null)
  const port = useSnapshot(({ relay }) => addressForPrograms(relay.listen)?.port ?? 2525)
  const [door, setDoor] = useState<Door | null>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])

  useEffect(() => {
    let gone = false
    const show = async (): Promise<void> => {
      const asked = await companion.ask('networkDoor', null)
      if (!gone && asked.ok) setDoor(asked.value)
    }
    void show()
    return () => {
      gone = true
    }
  }, [companion])

  const askAgain = async (): Promise<void> => {
    const asked = await companion.ask('networkDoor', null)
    if (asked.ok) setDoor(asked.value)
  }
  const open = usePress(async () => {
    const wanted = { address: address.current?.value ?? '', devices: devices.current?.value ?? '' }
    const asked = await companion.ask('openNetworkDoor', wanted)
    if (!asked.ok) return
    setProblems(asked.value.ok ? [] : asked.value.problems)
    if (asked.value.ok) await askAgain()
  })
  const close = usePress(async () => {
    const asked = await companion.ask('closeNetworkDoor', null)
    if (!asked.ok) return
    setProblems(asked.value.ok ? [] : asked.value.problems)
    await askAgain()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    open.start()
  }
  const errorOf = (field: string): string | undefined => {
    const problem = problems.find((one) => one.field === field)
    return problem ? fieldWords(t, problem) : undefined
  }

  if (door === null) return null
  if (door.own.length === 0 && door.open === null) return <p>{t('settings.network.noNetwork')}</p>
  const choices = [
    ...new Set([...(door.open ? [door.open.address] : []), ...door.own.map((own) => own.address)]),
  ]
  const label = (choice: string): string => {
    const card = door.own.find((own) => own.address === choice)?.card
    return card === undefined ? t('settings.network.notNow', { address: choice }) : `${choice} (${card})`
  }
  const formProblem = errorOf('')
  return (
    <>
      <StatusLine
        tone={door.open ? 'attention' : 'good'}
        text={
          door.open
            ? t('settings.network.isOpen', {
                address: door.open.address,
                port,
                count: door.open.devices.length,
              })
            : t('settings.network.isClosed')
        }
      />
      <p className="dimmed">{t('settings.network.risk')}</p>
      <form className="settings-network" onSubmit={submit} noValidate>
        <NativeSelect
          key={`at ${door.open?.address ?? ''}`}
          ref={address}
          label={t('settings.network.address')}
          description={t('settings.network.addressHint')}
          defaultValue={choices[0] ?? ''}
          data={choices.map((value) => ({ value, label: label(value) }))}
          error={errorOf('address')}
        />
        <Textarea
          key={`devices ${door.open?.devices.join(' ') ?? ''}`}
          ref={devices}
          label={t('settings.network.devices')}
          description={t('settings.network.devicesHint')}
          defaultValue={door.open?.devices.join('\n') ?? ''}
          autosize
          minRows={2}
          spellCheck={false}
          error={errorOf('devices')}
        />
        {formProblem === undefined ? null : <Notice tone="trouble">{formProblem}</Notice>}
        <div className="buttons">
          <Button type="submit" variant="default" loading={open.busy}>
            {door.open ? t('settings.network.save') : t('settings.network.open')}
          </Button>
          {door.open ? (
            <Button variant="default" loading={close.busy} onClick={close.start}>
              {t('settings.network.close')}
            </Button>
          ) : null}
        </div>
      </form>
    </>
  )
}
