import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownGuide } from '../../guides/all-guides.ts'
import { stepsOf, type ValueName } from '../../guides/guide.ts'
import { type GuideValues, shownValues } from '../../guides/guide-values.ts'
import { snippetOf } from '../../guides/snippets/snippet-of.ts'
import { CopyButton, CopyValues, type NamedValue, valuesAsText } from '../../parts/copy-value.tsx'
import { Notice } from '../../parts/notice.tsx'
import { guideWordsIn } from '../../words/all-guide-words.ts'
import { inGroups } from '../../words/format.ts'
import type { GuideSignIn } from './guide-sign-in.tsx'

/** The steps of one guide with the values to type at each, all of them together, and what can be pasted. */
export function GuideSteps({
  guide,
  values,
  signIn,
}: {
  readonly guide: KnownGuide
  readonly values: GuideValues
  readonly signIn: GuideSignIn | null
}): ReactNode {
  const { t, i18n } = useTranslation()
  const words = guideWordsIn(i18n.language).guides[guide.id]
  const password = values.variant === 'relay' ? (signIn?.password ?? null) : null
  const label = (name: ValueName): string => words.labels?.[name] ?? t(`common.fields.${name}`)
  const written: { readonly [Name in ValueName]: string | null } = {
    server: values.server,
    port: String(values.port),
    encryption: values.encryption === 'none' ? t('common.encryptions.none') : words.starttls,
    username: values.username,
    password,
    from: values.from || null,
  }
  const rows = (names: readonly ValueName[]): readonly NamedValue[] =>
    names.flatMap((name): readonly NamedValue[] => {
      const value = written[name]
      if (value === null) return []
      if (name === 'encryption') return [{ label: label(name), value, chosen: true }]
      const spoken = t('common.passwordGroups', { groups: inGroups(value) })
      return [{ label: label(name), value, ...(name === 'password' ? { spoken } : {}) }]
    })
  const passwordNote =
    values.variant === 'direct'
      ? t('setUp.guide.passwordOfUser')
      : password === null && signIn
        ? t('setUp.guide.passwordKnown')
        : null
  // A mail program asks by itself whether to trust a certificate.
  const hasFileToName = values.certificateFile !== null && guide.kind !== 'mail-program'
  const all = rows(shownValues(guide))
  const code = snippetOf(guide.id, values)
  return (
    <>
      {password === null ? null : <Notice tone="attention">{t('setUp.guide.passwordNow')}</Notice>}
      <ol className="guide-steps">
        {stepsOf(guide, values.variant).map(({ id, shows = [] }) => (
          <li key={id}>
            <p>{words.steps[id]}</p>
            {rows(shows).length > 0 ? <CopyValues values={rows(shows)} /> : null}
            {shows.includes('password') && passwordNote !== null ? (
              <p className="dimmed">{passwordNote}</p>
            ) : null}
            {hasFileToName && id === 'certificate' ? (
              <CopyValues
                values={[{ label: t('setUp.guide.certificate'), value: values.certificateFile ?? '' }]}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <div className="buttons">
        <CopyButton
          text={valuesAsText(all)}
          visible={t('common.copyAll')}
          label={t('setUp.guide.allValues')}
        />
      </div>
      <Notice tone="busy">
        <strong>{t('setUp.guide.choose')}</strong> {words.choose}
      </Notice>
      {code === null ? null : (
        <div className="guide-code card">
          <div className="guide-code-head">
            <span>
              <strong>{t('setUp.guide.code')}</strong>{' '}
              <span className="dimmed">{t('setUp.guide.codeNote')}</span>
            </span>
            <CopyButton text={code} label={t('setUp.guide.copyCode')} />
          </div>
          <pre className="mono can-select">{code}</pre>
        </div>
      )}
    </>
  )
}
