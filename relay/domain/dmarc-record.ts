/** A DMARC policy as far as people need it (RFC 7489, 6.3). */
export type DmarcPolicy = {
  readonly policy: 'none' | 'quarantine' | 'reject'
  /** how exactly the names have to agree */
  readonly dkimAlignment: 'relaxed' | 'strict'
  readonly spfAlignment: 'relaxed' | 'strict'
}

/** For a domain that has none: watch first, refuse nothing. */
export const firstDmarcRecord = 'v=DMARC1; p=none'

/** Whether a TXT record at `_dmarc.` is meant as one; the version comes first and is written like this. */
export function isDmarcRecord(text: string): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text)
}

/** What it says, or null where it isn't readable: no policy, or one there isn't. */
export function readDmarcRecord(text: string): DmarcPolicy | null {
  if (!isDmarcRecord(text)) return null
  const tags = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name = '', ...value] = part.split('=')
    tags.set(name.trim().toLowerCase(), value.join('=').trim().toLowerCase())
  }
  const policy = tags.get('p')
  if (policy !== 'none' && policy !== 'quarantine' && policy !== 'reject') return null
  const alignment = (tag: string): 'relaxed' | 'strict' => (tags.get(tag) === 's' ? 'strict' : 'relaxed')
  return { policy, dkimAlignment: alignment('adkim'), spfAlignment: alignment('aspf') }
}
