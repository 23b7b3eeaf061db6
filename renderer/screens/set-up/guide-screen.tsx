import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownGuide } from '../../guides/all-guides.ts'
import { Screen } from '../../parts/screen.tsx'
import { guideWordsIn } from '../../words/all-guide-words.ts'
import { GuideChooser } from './guide-chooser.tsx'
import { GuidePage } from './guide-page.tsx'

/** "Set up a program", step by step: which program, then its guide. A screen of its own, read from disk when asked for. */
export default function GuideScreen({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { t, i18n } = useTranslation()
  const [guide, setGuide] = useState<KnownGuide | null>(null)
  const back = (label: string, go: () => void): ReactNode => (
    <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={go}>
      {label}
    </Button>
  )
  if (guide === null) {
    return (
      <Screen
        key="choose"
        title={t('setUp.guide.title')}
        body={t('setUp.guide.body')}
        action={back(t('setUp.guide.backToSignIns'), onBack)}
      >
        <GuideChooser onChoose={setGuide} />
      </Screen>
    )
  }
  return (
    <Screen
      key={guide.id}
      title={guideWordsIn(i18n.language).guides[guide.id].name}
      action={back(t('setUp.guide.back'), () => setGuide(null))}
    >
      <GuidePage guide={guide} user={null} />
    </Screen>
  )
}
