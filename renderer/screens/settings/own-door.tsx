import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnDoorAnswer } from '../../../electron/ipc/window-probe.ts'
import { judgeOwnDoor, type OwnDoorReport, troubleOf } from '../../../relay/domain/own-door.ts'
import { CopyButton } from '../../parts/copy-value.tsx'
import { OneSentence } from '../../parts/one-sentence.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { writeAddress } from '../../state/relay-address.ts'

const platforms = ['linux', 'darwin', 'win32'] as const

/** Is the relay there for programs and devices? One button; then one sentence and a line for each address. */
export function OwnDoor(): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [answer, setAnswer] = useState<OwnDoorAnswer | null>(null)
  const press = usePress(async () => {
    const asked = await companion.ask('checkOwnDoor', null)
    setAnswer(asked.ok ? asked.value : { ok: false, reason: 'relay-not-answering' })
  })
  return (
    <>
      <p className="dimmed">{t('settings.ownDoor.hint')}</p>
      <div className="buttons">
        <Button variant="default" loading={press.busy} onClick={press.start}>
          {t('settings.ownDoor.start')}
        </Button>
      </div>
      {answer?.ok === false ? (
        <OneSentence tone="trouble" sentence={t(`settings.ownDoor.notChecked.${answer.reason}`)} />
      ) : null}
      {answer?.ok && !press.busy ? <Found report={answer.report} /> : null}
    </>
  )
}

function Found({ report }: { readonly report: OwnDoorReport }): ReactNode {
  const { t, i18n } = useTranslation()
  const running = useSnapshot(({ app }) => app.platform)
  const platform = platforms.find((known) => known === running)
  const { doors, certificate } = report
  const open = doors.find(({ network }) => network)
  const day = (iso: string): string => new Date(iso).toLocaleDateString(i18n.language)
  const trusted = certificate.trustedHere === null ? 'unknown' : certificate.trustedHere ? 'yes' : 'no'
  return (
    <>
      <Sentence report={report} />
      {doors.map((door) => {
        const address = writeAddress(door)
        const trouble = troubleOf(door.verdict)
        if (trouble === null) {
          return <StatusLine key={address} tone="good" text={t('settings.ownDoor.works', { address })} />
        }
        const cause = t(`settings.ownDoor.troubles.${trouble}.cause`)
        return (
          <div key={address}>
            <StatusLine tone="trouble" text={t('settings.ownDoor.trouble', { address, cause })} />
            <p className="word-for-word">{door.stages.find(({ verdict }) => verdict !== 'ok')?.evidence}</p>
          </div>
        )
      })}
      {open && platform ? <p>{t(`settings.ownDoor.firewall.${platform}`, { port: open.port })}</p> : null}
      <p>
        {t(`settings.ownDoor.trustedHere.${trusted}`)}{' '}
        {t('settings.ownDoor.certificate', {
          names: certificate.names.join(', '),
          from: day(certificate.validFrom),
          to: day(certificate.validTo),
        })}
      </p>
      <p className="settings-place">
        <span className="mono">{certificate.fingerprint}</span>
        <CopyButton text={certificate.fingerprint} label={t('settings.ownDoor.fingerprint')} />
      </p>
    </>
  )
}

function Sentence({ report }: { readonly report: OwnDoorReport }): ReactNode {
  const { t } = useTranslation()
  const finding = judgeOwnDoor(report)
  switch (finding.kind) {
    case 'fine':
      return <OneSentence tone="good" sentence={t('settings.ownDoor.fine')} />
    case 'nothing-listens':
      return <OneSentence tone="trouble" sentence={t('settings.ownDoor.nothingListens')} />
    case 'not-signed-in':
      return <OneSentence tone="attention" sentence={t('settings.ownDoor.notSignedIn')} />
    case 'name-missing': {
      const { address } = finding.door
      return <OneSentence tone="attention" sentence={t('settings.ownDoor.nameMissing', { address })} />
    }
    case 'trouble': {
      const address = writeAddress(finding.door)
      const cause = t(`settings.ownDoor.troubles.${finding.trouble}.cause`)
      return (
        <OneSentence tone="trouble" sentence={t('settings.ownDoor.trouble', { address, cause })}>
          <p>{t(`settings.ownDoor.troubles.${finding.trouble}.cure`)}</p>
        </OneSentence>
      )
    }
  }
}
