import { z } from 'zod'
import { type ProbeVerdict, portReport } from './probe-report.ts'
import { assertNever } from './result.ts'

/** One address the relay listens on, tried from this computer. */
export const doorReport = portReport.extend({
  /** where it was tried: for "every address" of this computer a real one */
  address: z.string(),
  /** other computers can call this address */
  network: z.boolean(),
  /** this computer has the address now; an address that is lost with its network keeps its door */
  here: z.boolean(),
  /** the certificate names this address, as programs that check it want; null: it was never seen */
  named: z.boolean().nullable(),
})
export type DoorReport = z.infer<typeof doorReport>

const doorCertificate = z.strictObject({
  /** names and addresses it is for */
  names: z.array(z.string()),
  /** SHA-256, `AA:BB:…` */
  fingerprint: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  /** is it among those this computer trusts? null: that can't be seen here */
  trustedHere: z.boolean().nullable(),
})

/** `signIn`: `no-active-user` when there is nobody whose rules a sign-in could go by. */
export const ownDoorReport = z.strictObject({
  doors: z.array(doorReport),
  signIn: z.enum(['tried', 'no-active-user']),
  certificate: doorCertificate,
})
export type OwnDoorReport = z.infer<typeof ownDoorReport>

export type DoorTrouble =
  | 'address-gone'
  | 'unreachable'
  | 'stranger'
  | 'certificate'
  | 'sign-in'
  | 'sender'
  | 'busy'

/** What is wrong with one address of the relay; null: nothing. */
export function troubleOf({ here, verdict }: Pick<DoorReport, 'here' | 'verdict'>): DoorTrouble | null {
  return here ? troubleOfVerdict(verdict) : 'address-gone'
}

/** What a verdict means where the server is the relay itself. */
function troubleOfVerdict(verdict: ProbeVerdict): DoorTrouble | null {
  switch (verdict) {
    case 'ok':
      return null
    case 'dns-failure':
    case 'connection-refused':
    case 'connection-timeout':
    case 'network-unreachable':
      return 'unreachable'
    // The relay always speaks SMTP, offers STARTTLS in today's versions, and AUTH after it: who doesn't is another.
    case 'not-smtp':
    case 'captive-portal':
    case 'starttls-not-offered':
    case 'starttls-stripped':
    case 'tls-failed':
    case 'tls-too-old':
    case 'certificate-untrusted':
    case 'intercepted':
    case 'auth-not-offered':
      return 'stranger'
    case 'certificate-name-mismatch':
    case 'certificate-expired':
      return 'certificate'
    case 'credentials-refused':
    case 'account-inactive':
      return 'sign-in'
    case 'sender-refused':
      return 'sender'
    case 'rate-limited':
    case 'server-busy':
      return 'busy'
    default:
      return assertNever(verdict)
  }
}

/** What it comes to for people: the worst first. */
export type OwnDoorFinding =
  | { readonly kind: 'nothing-listens' }
  | { readonly kind: 'trouble'; readonly door: DoorReport; readonly trouble: DoorTrouble }
  | { readonly kind: 'name-missing'; readonly door: DoorReport }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'fine' }

/** The one thing to tell about the relay's own door. */
export function judgeOwnDoor({ doors, signIn }: OwnDoorReport): OwnDoorFinding {
  if (doors.length === 0) return { kind: 'nothing-listens' }
  for (const door of doors) {
    const trouble = troubleOf(door)
    if (trouble !== null) return { kind: 'trouble', door, trouble }
  }
  const unnamed = doors.find(({ named }) => named === false)
  if (unnamed) return { kind: 'name-missing', door: unnamed }
  return signIn === 'tried' ? { kind: 'fine' } : { kind: 'not-signed-in' }
}
