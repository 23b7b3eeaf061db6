import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserView } from '../../../electron/ipc/window-contract.ts'
import { Notice } from '../../parts/notice.tsx'
import { SmtpApiFields } from './smtp-api-fields.tsx'

type Wishes = Pick<
  UserView,
  | 'status'
  | 'priority'
  | 'note'
  | 'unauthorizedSenders'
  | 'messagesPerHour'
  | 'whenUncertain'
  | 'failureNotices'
  | 'smtpApi'
>

/** What the service's page says of a new user. */
export const usualWishes: Wishes = {
  status: 'active',
  priority: 3,
  note: '',
  unauthorizedSenders: 'block',
  messagesPerHour: null,
  whenUncertain: 'retry',
  failureNotices: 'on-request',
  smtpApi: null,
}

export const wishFields = ['status', 'priority', 'note', 'messagesPerHour', 'campaignName', 'campaignCode']

/** 1 to 5 */
const priorities = ['veryHigh', 'high', 'normal', 'low', 'veryLow'] as const

type Props = { readonly start: Wishes; readonly errorOf: (field: string) => string | undefined }

/** Status, priority and note, in the service's own words; the rest folded, filled in. */
export function WishesFields({ start, errorOf }: Props): ReactNode {
  const { t } = useTranslation()
  const isWrong = wishFields.slice(3).some((field) => errorOf(field))
  return (
    <>
      <div className="form-row">
        <NativeSelect
          name="status"
          label={t('common.fields.status')}
          description={t('users.statusHint')}
          defaultValue={start.status}
          data={[
            { value: 'active', label: t('common.active') },
            { value: 'inactive', label: t('common.inactive') },
          ]}
        />
        <NativeSelect
          name="priority"
          label={t('common.fields.priority')}
          description={t('users.priorityHint')}
          defaultValue={String(start.priority)}
          data={priorities.map((name, index) => ({
            value: String(index + 1),
            label: t(`users.priorities.${name}`),
          }))}
        />
      </div>
      <Textarea
        name="note"
        label={t('common.fields.note')}
        defaultValue={start.note}
        error={errorOf('note')}
        maxLength={500}
        autosize
        minRows={1}
        maxRows={4}
      />
      <details open={isWrong || undefined}>
        <summary>{t('users.more')}</summary>
        <div className="form">
          <FoldedFields start={start} errorOf={errorOf} />
        </div>
      </details>
    </>
  )
}

function FoldedFields({ start, errorOf }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        name="unauthorizedSenders"
        label={t('users.unauthorized')}
        description={t('users.unauthorizedHint')}
        defaultValue={start.unauthorizedSenders}
        data={[
          { value: 'block', label: t('users.block') },
          { value: 'alert', label: t('users.alert') },
        ]}
      />
      <TextInput
        name="messagesPerHour"
        label={t('users.perHour')}
        description={t('users.perHourHint')}
        inputMode="numeric"
        defaultValue={start.messagesPerHour === null ? '' : String(start.messagesPerHour)}
        error={errorOf('messagesPerHour')}
      />
      <NativeSelect
        name="whenUncertain"
        label={t('users.uncertain')}
        description={t('users.uncertainHint')}
        defaultValue={start.whenUncertain}
        data={[
          { value: 'retry', label: t('users.uncertainRetry') },
          { value: 'ask', label: t('users.uncertainAsk') },
        ]}
      />
      <NativeSelect
        name="failureNotices"
        label={t('users.notices')}
        description={t('users.noticesHint')}
        defaultValue={start.failureNotices}
        data={[
          { value: 'on-request', label: t('users.noticesOnRequest') },
          { value: 'always', label: t('users.noticesAlways') },
        ]}
      />
      <SmtpApiFields start={start.smtpApi} errorOf={errorOf} />
      <Notice tone="busy">{t('users.separateList')}</Notice>
    </>
  )
}
