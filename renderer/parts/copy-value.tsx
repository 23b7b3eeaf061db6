import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompanion } from '../state/companion-context.tsx'
import './copy-value.css'

export type NamedValue = {
  readonly label: string
  readonly value: string
  readonly spoken?: string
  /** chosen in a menu, not typed: there is nothing to copy */
  readonly chosen?: boolean
}

/** All of them as a text, one a line. */
export const valuesAsText = (values: readonly NamedValue[]): string =>
  values.map(({ label, value }) => `${label}: ${value}`).join('\n')

/** Copies through the front office; says so in the button itself, and aloud. */
export function CopyButton({
  text,
  label,
  visible,
}: {
  readonly text: string
  /** what it copies, for those who can't see what it stands beside */
  readonly label?: string
  readonly visible?: string
}): ReactNode {
  const { t } = useTranslation()
  const companion = useCompanion()
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === text
  const copy = async (): Promise<void> => {
    const asked = await companion.ask('copyText', { text })
    if (asked.ok) setCopied(text)
  }
  const words = isCopied ? t('common.copied') : (visible ?? t('common.copy'))
  return (
    <>
      <Button
        size="compact-sm"
        variant={isCopied ? 'light' : 'default'}
        leftSection={isCopied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        aria-label={label ? t('common.copyNamed', { what: label }) : undefined}
        onClick={() => void copy()}
      >
        {words}
      </Button>
      <output className="visually-hidden">{isCopied ? t('common.copied') : ''}</output>
    </>
  )
}

/** Values to type somewhere else: large, unambiguous, each with its copy button, and all of them together. */
export function CopyValues({
  values,
  all = false,
}: {
  readonly values: readonly NamedValue[]
  readonly all?: boolean
}): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="copy-values card">
      <dl>
        {values.map(({ label, value, spoken, chosen }) => (
          <div key={label} className="copy-values-row">
            <dt>{label}</dt>
            <dd>
              <span className="mono">{value}</span>
              {spoken ? <span className="copy-values-spoken dimmed">{spoken}</span> : null}
            </dd>
            {chosen ? null : (
              <dd className="copy-values-button">
                <CopyButton text={value} label={label} />
              </dd>
            )}
          </div>
        ))}
      </dl>
      {all ? (
        <div className="copy-values-all">
          <CopyButton text={valuesAsText(values)} visible={t('common.copyAll')} />
        </div>
      ) : null}
    </div>
  )
}
