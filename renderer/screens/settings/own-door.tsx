import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnDoorAnswer } from '../../../electron/ipc/window-probe.ts'
import { judgeOwnDoor, type OwnDoorReport, troubleOf } from '../../../relay/domain/own-door.ts'
import { CopyButton } from '../../parts/copy-value.tsx'
import { GoButton } from '../../parts/go-button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { StatusLine } from '../../parts/status-line.tsx'
import { usePress } from '../../parts/use-press.ts'
import { useCompanion, useSnapshot } from '../../state/companion-context.tsx'
import { writeAddress } from '../../state/relay-address.ts'
import { evidenceWords } from '../../words/evidence-words.ts'
import { formatDay } from '../../words/format.ts'

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
      {press.busy ? <StatusLine tone="busy" text={t('settings.ownDoor.checking')} /> : null}
      {answer?.ok === false && !press.busy ? (
        <Notice tone="trouble" announce>
          {t(`settings.ownDoor.notChecked.${answer.reason}`)}
        </Notice>
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
  const open = doors.find((door) => door.network && troubleOf(door) === null)
  const trusted = certificate.trustedHere === null ? 'unknown' : certificate.trustedHere ? 'yes' : 'no'
  return (
    <>
      <Sentence report={report} />
      {doors.map((door) => {
        const address = writeAddress(door)
        const trouble = troubleOf(door)
        if (trouble === null) {
          return <StatusLine key={address} tone="good" text={t('settings.ownDoor.works', { address })} />
        }
        const cause = t(`settings.ownDoor.troubles.${trouble}.cause`)
        return (
          <div key={address}>
            <StatusLine tone="trouble" text={t('settings.ownDoor.trouble', { address, cause })} />
            <Answer door={door} />
          </div>
        )
      })}
      {open && platform ? <p>{t(`settings.ownDoor.firewall.${platform}`, { port: open.port })}</p> : null}
      <p>
        {t(`settings.ownDoor.trustedHere.${trusted}`)}{' '}
        {t('settings.ownDoor.certificate', {
          names: certificate.names.join(', '),
          from: formatDay(certificate.validFrom, i18n.language),
          to: formatDay(certificate.validTo, i18n.language),
        })}
      </p>
      <p className="settings-place">
        <span className="mono">{certificate.fingerprint}</span>
        <CopyButton text={certificate.fingerprint} label={t('settings.ownDoor.fingerprint')} />
      </p>
    </>
  )
}

/** What was answered in the relay's place, word for word; where nobody answered, the sentence says it all. */
function Answer({ door }: { readonly door: OwnDoorReport['doors'][number] }): ReactNode {
  const { t } = useTranslation()
  const failed = door.stages.find(({ verdict }) => verdict !== 'ok')
  return failed && failed.stage !== 'tcp' ? (
    <p className="word-for-word">{evidenceWords(t, failed.evidence)}</p>
  ) : null
}

function Sentence({ report }: { readonly report: OwnDoorReport }): ReactNode {
  const { t } = useTranslation()
  const finding = judgeOwnDoor(report)
  switch (finding.kind) {
    case 'fine':
      return (
        <Notice tone="good" announce>
          {t('settings.ownDoor.fine')}
        </Notice>
      )
    case 'nothing-listens':
      return (
        <Notice tone="trouble" announce>
          {t('settings.ownDoor.nothingListens')}
        </Notice>
      )
    case 'not-signed-in':
      return (
        <Notice tone="attention" announce>
          {t('settings.ownDoor.notSignedIn')}
        </Notice>
      )
    case 'name-missing': {
      const { address } = finding.door
      return (
        <Notice tone="attention" announce>
          {t('settings.ownDoor.nameMissing', { address })}
        </Notice>
      )
    }
    case 'trouble': {
      const address = writeAddress(finding.door)
      const cause = t(`settings.ownDoor.troubles.${finding.trouble}.cause`)
      return (
        <Notice
          tone="trouble"
          announce
          action={
            finding.trouble === 'address-gone' ? (
              <GoButton
                label={t('settings.ownDoor.otherAddress')}
                to={{ screen: 'settings', at: 'network' }}
              />
            ) : null
          }
        >
          <strong>{t('settings.ownDoor.trouble', { address, cause })}</strong>{' '}
          {t(`settings.ownDoor.troubles.${finding.trouble}.cure`)}
        </Notice>
      )
    }
  }
}
