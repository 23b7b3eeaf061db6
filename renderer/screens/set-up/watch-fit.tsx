import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../electron/ipc/window-contract.ts'
import type { LoginView } from '../../../electron/ipc/window-logins.ts'
import type { WatchedProgram } from '../../../relay/domain/watched-programs.ts'
import { InForce } from '../../parts/in-force.tsx'
import { Notice } from '../../parts/notice.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { fieldWords } from '../../words/sentences.ts'
import { KeepSignIn } from './keep-sign-in.tsx'

/** What a program that works has been seen to need, and the presses that leave its sign-in with just that. */
export function WatchFit({ program }: { readonly program: WatchedProgram }): ReactNode {
  const { t } = useTranslation()
  const login = useSnapshot(({ logins }) => logins.find(({ name }) => name === program.login))
  if (!login) return null
  const deeds = program.steps.map(({ deed }) => deed)
  const encrypted = deeds.findLast((deed) => deed.kind === 'greeted')?.encrypted === true
  const nearby = deeds.some((deed) => deed.kind === 'connected' && deed.nearby)
  return (
    <>
      <ul className="watch-fit">
        <li>{t(`setUp.watch.fit.${login.auth === 'none' ? 'byAddress' : 'withPassword'}`)}</li>
        <li>{t(`setUp.watch.fit.${encrypted ? 'encrypted' : nearby ? 'clearHere' : 'clear'}`)}</li>
      </ul>
      <KeepSignIn login={login} />
      <OnlyAs login={login} sender={sendersOf(program).at(-1) ?? null} />
    </>
  )
}

/** The addresses it was let send as. */
function sendersOf({ steps }: WatchedProgram): readonly string[] {
  return steps.flatMap(({ deed }) => (deed.kind === 'sender' && deed.address !== '' ? [deed.address] : []))
}

/** Narrows a sign-in that may send as whatever its user may to the one address its program uses. */
function OnlyAs({ login, sender }: { readonly login: LoginView; readonly sender: string | null }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [narrowed, setNarrowed] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const press = usePress(async () => {
    if (sender === null) return
    const { name, user, kind, addresses, messagesPerHour, recipients, whenUncertain } = login
    const asked = await companion.ask('updateLogin', {
      name,
      user,
      kind,
      messagesPerHour,
      recipients,
      whenUncertain,
      addresses: addresses.join('\n'),
      authorizedDomains: '',
      authorizedSenders: sender,
    })
    if (!asked.ok) return
    setNarrowed(asked.value.ok)
    setProblems(asked.value.ok ? [] : asked.value.problems)
  })
  if (narrowed && sender !== null) {
    return (
      <Notice tone="good" announce>
        {t('setUp.watch.fit.onlyAsDone', { login: login.name, sender })} <InForce />
      </Notice>
    )
  }
  if (sender === null || login.authorizedDomains !== '' || login.authorizedSenders !== '') return null
  return (
    <>
      <p>{t('setUp.watch.fit.wide', { login: login.name, user: login.user })}</p>
      <div className="buttons">
        <Button variant="default" loading={press.busy} onClick={press.start}>
          {t('setUp.watch.fit.onlyAs', { sender })}
        </Button>
      </div>
      {problems.map((problem) => (
        <Notice key={problem.reason} tone="trouble" announce>
          {fieldWords(t, problem)}
        </Notice>
      ))}
    </>
  )
}
