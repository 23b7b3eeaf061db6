/** What sort of program a guide is for; each has a picture in the chooser. */
export const guideKinds = [
  'mail-program',
  'phone',
  'web-mail',
  'website',
  'library',
  'mail-server',
  'printer',
  'storage',
  'business',
] as const
export type GuideKind = (typeof guideKinds)[number]

/** Straight to SMTP+ with its user's own password, or through the relay on this computer with a sign-in of its own. */
export const guideVariants = ['relay', 'direct'] as const
export type GuideVariant = (typeof guideVariants)[number]

/**
 * From where the program can reach the relay. `here`: it runs on this computer · `network`: it is a device beside it,
 * for which the door to the network has to be open · `if-here`: often somewhere else, a hosted website for example ·
 * `never`: it is on the move or in somebody's data centre.
 */
export type RelayReach = 'here' | 'network' | 'if-here' | 'never'

/** The values a program asks for. `from`: an address that may send. */
export type ValueName = 'server' | 'port' | 'encryption' | 'username' | 'password' | 'from'

export type GuideStep = {
  readonly id: string
  /** the values typed at this step, in the order in which the program asks */
  readonly shows?: readonly ValueName[]
  /** only in this variant */
  readonly only?: GuideVariant
}

/** Mistakes many programs invite; their words are shared. */
export const mistakes = [
  'implicit-tls',
  'tls-means-starttls',
  'port-587',
  'mixed-passwords',
  'incoming-values',
  'no-authentication',
  'secure-password',
  'foreign-from',
  'visitor-from',
  'certificate-warning',
  'certificate-unknown',
  'certificate-name',
  'inside-a-container',
  'hosting-blocks-ports',
  'old-encryption',
  'device-from',
  'large-scans',
  'antivirus',
] as const
export type Mistake = (typeof mistakes)[number]

/** A program's set-up as data; its words are in renderer/words, closed by `id` and the steps' ids. */
export type Guide = {
  readonly id: string
  readonly kind: GuideKind
  /** other names and frequent misspellings people search for, in lower case */
  readonly synonyms: readonly string[]
  readonly reach: RelayReach
  /** false where the program can't be given SMTP+'s own server */
  readonly direct: boolean
  /** the only ports its menu has for a server outside, the best first; left out: any */
  readonly directPorts?: readonly number[]
  readonly steps: readonly GuideStep[]
  readonly mistakes: readonly Mistake[]
  /** it compares a certificate's names and never its addresses: this computer has to be called by its name */
  readonly byName?: true
  /** for many programs, of none of which it names a menu or field */
  readonly general?: true
  /**
   * where the names of its menus, fields or options were looked up in each language, or which test runs the program
   * itself; a language left out: they were not, and the page says so
   */
  readonly confirmedBy?: { readonly en?: readonly string[]; readonly it?: readonly string[] }
}

/** Names of code, which are the same in every language, and where they were looked up. */
export function inCode(source: string): NonNullable<Guide['confirmedBy']> {
  return { en: [source], it: [source] }
}

/** Whether the names in it can be relied on in this language. */
export function areNamesKnown({ general, confirmedBy }: Guide, language: string): boolean {
  return general === true || confirmedBy?.[language === 'it' ? 'it' : 'en'] !== undefined
}

/** The variants that can work at all, the one to prefer first. */
export function possibleVariants(guide: Guide): readonly GuideVariant[] {
  return guideVariants.filter((variant) => (variant === 'relay' ? guide.reach !== 'never' : guide.direct))
}

/** The steps of one variant. */
export function stepsOf(guide: Guide, variant: GuideVariant): readonly GuideStep[] {
  return guide.steps.filter(({ only }) => only === undefined || only === variant)
}
