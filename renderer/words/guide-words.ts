import type { Guide, ValueName } from '../guides/guide.ts'

/** The words of one guide in one language; closed by its steps, so that a missing sentence doesn't compile. */
export type GuideWords<G extends Guide> = {
  /** how the program is called where this language is spoken */
  readonly name: string
  /** what it can and can't do, in one or two sentences */
  readonly about: string
  /** the program's own names of its fields, in this language; left out: the app's */
  readonly labels?: { readonly [Value in ValueName]?: string }
  /** the word in the program's own menu that means STARTTLS */
  readonly starttls: string
  /** what to choose where it says None, SSL, TLS or Auto, and why */
  readonly choose: string
  readonly steps: { readonly [Id in G['steps'][number]['id']]: string }
  /** how to make it send, for the check at the end */
  readonly check: string
}

/** The words of several guides, by their ids. */
export type WordsOfGuides<Guides extends readonly Guide[]> = {
  readonly [G in Guides[number] as G['id']]: GuideWords<G>
}
