import { Button, NativeSelect, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownGuide } from '../../guides/all-guides.ts'
import { type GuideKind, guideKinds } from '../../guides/guide.ts'
import { generalGuide, searchGuides } from '../../guides/search-guides.ts'
import { guideWordsIn } from '../../words/all-guide-words.ts'
import { guideIcons } from './guide-icons.ts'
import './guide.css'

/** Every program there is a guide for, by name and by kind; whoever doesn't find theirs gets the general one. */
export function GuideChooser({ onChoose }: { readonly onChoose: (guide: KnownGuide) => void }): ReactNode {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<GuideKind | null>(null)
  const found = searchGuides(typed, kind)
  const { guides } = guideWordsIn(i18n.language)
  return (
    <div className="guide-chooser">
      <div className="guide-search">
        <TextInput
          type="search"
          label={t('setUp.guide.search')}
          description={t('setUp.guide.searchHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          spellCheck={false}
        />
        <NativeSelect
          label={t('setUp.guide.kind')}
          value={kind ?? ''}
          onChange={(event) =>
            setKind(guideKinds.find((known) => known === event.currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: t('setUp.guide.all') },
            ...guideKinds.map((value) => ({ value, label: t(`setUp.guide.kinds.${value}`) })),
          ]}
        />
      </div>
      <output className={found.length > 0 ? 'visually-hidden' : 'dimmed'}>
        {found.length > 0 ? t('setUp.guide.found', { count: found.length }) : t('setUp.guide.nothing')}
      </output>
      <ul className="guide-list">
        {found.map((guide) => {
          const Icon = guideIcons[guide.kind]
          return (
            <li key={guide.id}>
              <UnstyledButton className="guide-choice" onClick={() => onChoose(guide)}>
                <Icon size={22} stroke={1.5} aria-hidden />
                <span>{guides[guide.id].name}</span>
                <IconChevronRight size={16} stroke={1.5} aria-hidden />
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      <div className="buttons">
        <Button variant="default" onClick={() => onChoose(generalGuide(kind))}>
          {t('setUp.guide.notHere')}
        </Button>
      </div>
    </div>
  )
}
