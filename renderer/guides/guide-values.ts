import { done, failed, type Result } from '../../relay/domain/result.ts'
import { type Guide, type GuideVariant, possibleVariants, type ValueName } from './guide.ts'

type Address = { readonly address: string; readonly port: number }

/** Where the person with the program is: what the values are made of. */
export type GuidePlace = {
  /** the relay for programs on this computer, and for devices beside it; null: not there, or the door is shut */
  readonly relay: Address | null
  readonly network: Address | null
  /** the relay's certificate as a PEM file, for programs that want a file to trust */
  readonly certificateFile: string
  readonly smtpPlus: {
    readonly server: string
    readonly port: number
    readonly encryption: 'starttls' | 'none'
    readonly username: string
  } | null
  /** the program's sign-in to the relay, once it is made */
  readonly login: string | null
  /** an address that may send */
  readonly from: string
}

/** What has to be typed. Never a password: that is shown once, beside it. */
export type GuideValues = {
  readonly variant: GuideVariant
  readonly server: string
  readonly port: number
  readonly encryption: 'starttls' | 'none'
  /** null as long as the program has no sign-in */
  readonly username: string | null
  readonly from: string
  /** a file to trust; null where the server's certificate is a public one */
  readonly certificateFile: string | null
}

/** `not-possible`: this program can't go this way at all. The others pass. */
export type NoValues = 'not-possible' | 'relay-not-there' | 'door-shut' | 'no-user'

/** The values for one program in one variant, or why there are none yet. */
export function guideValues(
  guide: Guide,
  variant: GuideVariant,
  place: GuidePlace,
): Result<GuideValues, NoValues> {
  if (!possibleVariants(guide).includes(variant)) return failed('not-possible')
  const { from } = place
  if (variant === 'direct') {
    if (place.smtpPlus === null) return failed('no-user')
    const { server, port: usual, encryption, username } = place.smtpPlus
    const port = guide.directPorts?.includes(usual) === false ? (guide.directPorts[0] ?? usual) : usual
    return done({ variant, server, port, encryption, username, from, certificateFile: null })
  }
  if (guide.reach === 'network' && place.network === null) return failed('door-shut')
  const address = guide.reach === 'network' ? place.network : place.relay
  if (address === null) return failed('relay-not-there')
  return done({
    variant,
    server: guide.byName && address.address === '127.0.0.1' ? 'localhost' : address.address,
    port: address.port,
    encryption: 'starttls',
    username: place.login,
    from,
    certificateFile: place.certificateFile,
  })
}

/** The values a guide's steps show, each once, in the order in which the program asks. */
export function shownValues(guide: Guide): readonly ValueName[] {
  return [...new Set(guide.steps.flatMap(({ shows }) => shows ?? []))]
}
