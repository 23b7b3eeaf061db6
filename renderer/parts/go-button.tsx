import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Place, useNavigation } from '../state/navigation.tsx'

/** Leads to where something is put right; not drawn where there is nowhere to go, as in the wizard. */
export function GoButton({
  label,
  to,
  primary = false,
}: {
  readonly label: string
  readonly to: Place
  readonly primary?: boolean
}): ReactNode {
  const { goTo, canGo } = useNavigation()
  if (!canGo) return null
  return (
    <Button variant={primary ? 'filled' : 'default'} onClick={() => goTo(to)}>
      {label}
    </Button>
  )
}
