import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judgeWatch } from '../../../relay/domain/watch-judgement.ts'
import {
  type Followed,
  followedProgram,
  type WatchedProgram,
  watchedPrograms,
} from '../../../relay/domain/watched-programs.ts'
import { Notice } from '../../parts/notice.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useSnapshot } from '../../state/companion-context.tsx'
import { useWatch } from '../../state/use-watch.ts'
import type { Words } from '../../words/sentences.ts'
import { WatchFit } from './watch-fit.tsx'
import { WatchLines } from './watch-lines.tsx'
import { WatchNeeds } from './watch-needs.tsx'

/**
 * What one program does while it is being set up, step by step, and what it still needs. `login`: the sign-in that it is
 * being given; null: the first program that comes is the one. All others are folded away.
 */
export function WatchPanel({
  login,
  onClose,
}: {
  readonly login: string | null
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const [since] = useState(() => new Date().toISOString())
  const [wanted, setWanted] = useState<Followed>(login === null ? null : { login })
  const { steps, state } = useWatch()
  const messages = useSnapshot((snapshot) => snapshot.messages)
  const programs = watchedPrograms(steps)
  const followed = followedProgram(programs, wanted)
  const others = programs.filter((program) => program !== followed)
  const newest = followed?.steps.at(-1)?.connection
  const now = followed?.steps.filter(({ connection }) => connection === newest) ?? []
  const before = followed?.steps.filter(({ connection }) => connection !== newest) ?? []
  const judged = judgeWatch(
    followed?.steps ?? [],
    (id) => messages.find((message) => message.id === id)?.subject ?? null,
  )
  return (
    <SidePanel title={t('setUp.watch.title')} onClose={onClose}>
      <p>{t('setUp.watch.body')}</p>
      {state === 'open' ? null : <Notice tone="attention">{t(`setUp.watch.${state}`)}</Notice>}
      {followed ? <h3>{nameOf(t, followed)}</h3> : null}
      {followed?.login === null && before.length > 0 ? (
        <p className="dimmed">{t('setUp.watch.alike', { from: followed.from })}</p>
      ) : null}
      {judged.program === null ? null : <p>{t(`setUp.watch.programs.${judged.program}`)}</p>}
      {judged.finding === null ? null : (
        <WatchNeeds
          key={followed?.first}
          finding={judged.finding}
          since={since}
          login={followed?.login ?? login}
        />
      )}
      {judged.finding?.kind === 'works' && followed ? <WatchFit program={followed} /> : null}
      <WatchLines steps={now} label={t('setUp.watch.lines')} waiting={state === 'open'} />
      {before.length === 0 ? null : (
        <details>
          <summary>{t('setUp.watch.before')}</summary>
          <WatchLines steps={before} label={t('setUp.watch.before')} waiting={false} />
        </details>
      )}
      {others.map((program) => (
        <details key={program.first} className="watch-other">
          <summary>{t('setUp.watch.other', { program: nameOf(t, program) })}</summary>
          <WatchLines steps={program.steps} label={nameOf(t, program)} waiting={false} />
          <div className="buttons">
            <Button size="sm" variant="default" onClick={() => setWanted({ first: program.first })}>
              {t('setUp.watch.follow')}
            </Button>
          </div>
        </details>
      ))}
    </SidePanel>
  )
}

/** What to call a program of which only this much is known. */
function nameOf(t: Words, { login, greeting, from }: WatchedProgram): string {
  if (login !== null) return t('setUp.watch.names.signedIn', { login })
  return greeting === null
    ? t('setUp.watch.names.silent', { from })
    : t('setUp.watch.names.greeting', { from, name: greeting })
}
