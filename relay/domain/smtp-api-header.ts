/** What a user may set of SMTP+'s own header, which overrides its panel's settings for one message. */
export type SmtpApiWishes = {
  readonly campaignName?: string | undefined
  readonly campaignCode?: string | undefined
  readonly header?: boolean | undefined
  readonly footer?: boolean | undefined
}

/**
 * The field, or null where nothing is wished. JSON in ASCII (other letters as \u escapes), folded between its members,
 * each of which stays below 998 octets (RFC 5322 2.1.1) for texts of at most 120 characters.
 */
export function smtpApiField(wishes: SmtpApiWishes | undefined): string | null {
  const members = Object.entries({
    CampaignName: wishes?.campaignName,
    CampaignCode: wishes?.campaignCode,
    Header: wishes?.header,
    Footer: wishes?.footer,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `"${name}":${asciiJson(value)}`)
  return members.length === 0 ? null : `X-SMTPAPI: {${members.join(',\r\n ')}}`
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
