import type { Tone } from '../parts/tone.ts'
import type { UserHealth } from '../state/user-health.ts'

export const healthTones: Readonly<Record<UserHealth, Tone>> = {
  good: 'good',
  inactive: 'attention',
  'password-missing': 'attention',
  'password-changed': 'attention',
  'password-unavailable': 'attention',
  'nothing-verified': 'attention',
  anyone: 'attention',
  'credentials-refused': 'trouble',
  'account-blocked': 'trouble',
  'upstream-unreachable': 'trouble',
  certificate: 'trouble',
  'delivery-failing': 'attention',
}
