import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandOverServer } from '../../../electron/ipc/window-handover.ts'
import { usePress } from '../../parts/use-press.ts'
import type { RequestOutput } from '../../state/bridge.ts'
import { useCompanion } from '../../state/companion-context.tsx'
import { FileWritten, type Outcome } from './file-written.tsx'

type Profiles = RequestOutput<'findThunderbirdProfiles'>

/** Puts the server into a closed profile of Thunderbird, and takes it out again. */
export function ThunderbirdProfiles({ server }: { readonly server: HandOverServer }): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [profiles, setProfiles] = useState<Profiles | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const look = async (): Promise<void> => {
    const asked = await companion.ask('findThunderbirdProfiles', null)
    if (asked.ok) setProfiles(asked.value)
    else setOutcome({ outcome: 'not-answered' })
  }
  const search = usePress(async () => {
    setOutcome(null)
    await look()
  })
  return (
    <>
      <p>{t('handOver.thunderbird.body')}</p>
      <div className="buttons">
        <Button variant="default" loading={search.busy} onClick={search.start}>
          {t('handOver.thunderbird.look')}
        </Button>
      </div>
      {profiles?.length === 0 ? <p className="dimmed">{t('handOver.thunderbird.none')}</p> : null}
      {profiles?.map((profile) => (
        <ProfileRow
          key={profile.folder}
          profile={profile}
          server={server}
          onOutcome={(next) => {
            setOutcome(next)
            void look()
          }}
        />
      ))}
      <FileWritten
        outcome={outcome}
        sentence={(files) => t('handOver.thunderbird.done', { copy: files.at(-1) ?? '' })}
      />
    </>
  )
}

function ProfileRow({
  profile,
  server,
  onOutcome,
}: {
  readonly profile: Profiles[number]
  readonly server: HandOverServer
  readonly onOutcome: (outcome: Outcome) => void
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const { folder, added, inUse } = profile
  const press = usePress(async () => {
    const asked =
      added === null
        ? await companion.ask('addToThunderbird', { folder, server })
        : await companion.ask('removeFromThunderbird', { folder })
    onOutcome(asked.ok ? asked.value : { outcome: 'not-answered' })
  })
  const name = folder.split(/[\\/]/).at(-1) ?? folder
  return (
    <div>
      {added === null ? null : <p>{t('handOver.thunderbird.added')}</p>}
      {inUse ? <p className="dimmed">{t('handOver.thunderbird.inUse')}</p> : null}
      <div className="buttons">
        <Button variant="default" disabled={inUse} loading={press.busy} onClick={press.start}>
          {t(`handOver.thunderbird.${added === null ? 'add' : 'remove'}`, { profile: name })}
        </Button>
      </div>
    </div>
  )
}
