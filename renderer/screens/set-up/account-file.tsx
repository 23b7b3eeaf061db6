import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandOverServer } from '../../../electron/ipc/window-handover.ts'
import { serverNameProblem } from '../../../relay/domain/server-name.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { readPort, textOf } from '../../state/read-form.ts'
import { FileWritten, type Outcome } from './file-written.tsx'

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
const usualPort = { imap: 993, pop3: 995 } as const

/** The formats that describe a whole account, and what stands in the mailbox's user name at first. */
const startUsername = {
  'apple-profile': '',
  // Thunderbird puts each account's own address there.
  autoconfig: '%EMAILADDRESS%',
} as const

/**
 * A file that describes a whole account, because Apple's Mail and Mozilla's autoconfig know none without a mailbox: its
 * incoming server is asked for and only passed on.
 */
export function AccountFile({
  format,
  server,
}: {
  readonly format: keyof typeof startUsername
  readonly server: HandOverServer
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [type, setType] = useState<keyof typeof usualPort>('imap')
  const [wrong, setWrong] = useState<'server' | 'port' | 'username' | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const errorOf = (field: typeof wrong) => (wrong === field ? t('handOver.incoming.wrong') : undefined)

  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const port = readPort(textOf(form, 'port'))
    const incoming = { server: textOf(form, 'server'), username: textOf(form, 'username') }
    setOutcome(null)
    if (serverNameProblem(incoming.server)) return setWrong('server')
    if (!port.ok) return setWrong('port')
    if (incoming.username === '') return setWrong('username')
    setWrong(null)
    const asked = await companion.ask('saveProgramFile', {
      format,
      server,
      complete: false,
      incoming: { ...incoming, type, port: port.value, encryption: 'tls' },
    })
    if (!asked.ok) setOutcome({ outcome: 'not-answered' })
    else setOutcome(asked.value.outcome === 'cancelled' ? null : asked.value)
    return undefined
  }

  return (
    <form className="form" onSubmit={(event) => void save(event)} noValidate>
      <p>{t(`handOver.incoming.bodies.${format}`, { domain: domainOf(server.from) })}</p>
      <NativeSelect
        label={t('handOver.incoming.type')}
        value={type}
        data={[
          { value: 'imap', label: 'IMAP' },
          { value: 'pop3', label: 'POP3' },
        ]}
        onChange={({ currentTarget }) => setType(currentTarget.value === 'pop3' ? 'pop3' : 'imap')}
      />
      <TextInput name="server" label={t('handOver.incoming.server')} error={errorOf('server')} />
      <TextInput
        key={type}
        name="port"
        label={t('handOver.incoming.port')}
        defaultValue={usualPort[type]}
        error={errorOf('port')}
      />
      <TextInput
        name="username"
        label={t('handOver.incoming.username')}
        defaultValue={startUsername[format]}
        error={errorOf('username')}
      />
      <div className="buttons">
        <Button type="submit" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('handOver.save')}
        </Button>
      </div>
      <FileWritten
        outcome={outcome}
        sentence={(files) =>
          t(`handOver.incoming.written.${format}`, {
            files: files.join(', '),
            domain: domainOf(server.from),
          })
        }
      />
    </form>
  )
}
