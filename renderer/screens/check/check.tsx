import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { Screen } from '../../parts/screen.tsx'
import { useAdoptPort } from '../../parts/use-adopt-port.ts'
import { useSnapshot } from '../../state/companion-context.tsx'
import { portsFor, useConnectionCheck } from '../../state/use-connection-check.ts'
import './check.css'
import { CheckSentence } from './check-sentence.tsx'
import { OtherPorts } from './other-ports.tsx'
import { PortPanel } from './port-panel.tsx'
import { PortsTable } from './ports-table.tsx'

/** The connection doctor: the ports of one user's server side by side, and which to use. Begins by itself. */
export default function Check({ user: wanted }: { readonly user: string }): ReactNode {
  const { t } = useTranslation()
  const users = useSnapshot((snapshot) => snapshot.users)
  const [chosen, setChosen] = useState(wanted)
  const own = users.filter(({ practice }) => !practice)
  const user = own.find(({ id }) => id === chosen) ?? own[0]
  if (!user) {
    return (
      <Screen title={t('probe.title')} body={t('probe.noUser')}>
        {null}
      </Screen>
    )
  }
  const choose =
    own.length > 1 ? (
      <NativeSelect
        aria-label={t('probe.whose')}
        value={user.id}
        data={own.map(({ id }) => id)}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    ) : null
  return <CheckOfUser key={user.id} user={user} choose={choose} />
}

function CheckOfUser({ user, choose }: { readonly user: UserView; readonly choose: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const check = useConnectionCheck()
  const adopt = useAdoptPort(user)
  const [open, setOpen] = useState<number | null>(null)
  const close = useCallback(() => setOpen(null), [])
  const { start, running, rows } = check
  // The port in use may be changed by what is found; that begins no new check.
  const [firstPorts] = useState(() => portsFor(user.port))
  useEffect(() => start({ kind: 'user', id: user.id }, firstPorts), [start, user.id, firstPorts])
  const begin = (only?: readonly number[]): void =>
    start({ kind: 'user', id: user.id }, portsFor(user.port), only)
  const row = rows.find(({ port }) => port === open)
  const signIn = check.answer && !running ? check.answer.signIn : 'tried'

  return (
    <Screen
      title={t('probe.title')}
      body={t('probe.body')}
      wide
      action={
        <div className="buttons">
          {choose}
          {running ? (
            <Button variant="default" onClick={check.cancel}>
              {t('probe.cancel')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => begin()}>
              {t('probe.again')}
            </Button>
          )}
        </div>
      }
    >
      <CheckSentence user={user} check={check} adopt={adopt} />
      {signIn === 'tried' || signIn === 'not-needed' ? null : (
        <Notice tone="attention" announce>
          {t(`probe.signIn.${signIn}`)}
        </Notice>
      )}
      <PortsTable server={user.server} rows={rows} inUse={user.port} open={open} onOpen={setOpen} />
      <OtherPorts disabled={running} onCheck={begin} />
      {row ? (
        <PortPanel
          key={row.port}
          server={user.server}
          row={row}
          inUse={row.port === user.port}
          onUse={() => void adopt.use(row.port)}
          onClose={close}
        />
      ) : null}
    </Screen>
  )
}
