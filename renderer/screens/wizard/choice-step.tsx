import { UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconFlask, IconKey, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StepFrame } from './step-frame.tsx'

/** With a real SMTP+ user, or on the practice server. */
export function ChoiceStep({ onChoose }: { readonly onChoose: (practice: boolean) => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <StepFrame title={t('wizard.choice.title')} body={t('wizard.choice.body')}>
      <div className="wizard-choices">
        <Choice
          icon={IconKey}
          title={t('wizard.choice.own')}
          hint={t('wizard.choice.ownHint')}
          onPress={() => onChoose(false)}
        />
        <Choice
          icon={IconFlask}
          title={t('wizard.choice.practice')}
          hint={t('wizard.choice.practiceHint')}
          onPress={() => onChoose(true)}
        />
      </div>
    </StepFrame>
  )
}

function Choice({
  icon: Icon,
  title,
  hint,
  onPress,
}: {
  readonly icon: TablerIcon
  readonly title: string
  readonly hint: string
  readonly onPress: () => void
}): ReactNode {
  return (
    <UnstyledButton className="wizard-choice" onClick={onPress}>
      <Icon size={26} stroke={1.5} aria-hidden />
      <span className="wizard-choice-words">
        <strong>{title}</strong>
        <span className="dimmed">{hint}</span>
      </span>
      <IconChevronRight size={20} stroke={1.5} aria-hidden />
    </UnstyledButton>
  )
}
