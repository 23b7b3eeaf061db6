import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './empty-state.css'

/** Nothing to show: says what will be here, and how it comes to be. */
export function EmptyState({
  icon: Icon,
  text,
  children,
}: {
  readonly icon: TablerIcon
  readonly text: string
  readonly children?: ReactNode
}): ReactNode {
  return (
    <div className="empty-state">
      <Icon size={36} stroke={1.25} aria-hidden />
      <p>{text}</p>
      {children}
    </div>
  )
}
