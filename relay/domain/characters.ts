/** Control characters: C0, DEL, C1, and the Unicode line and paragraph separators, which some parsers take as line ends. */
const control = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029'
/** Characters that turn the direction of the text around them (Unicode UAX #9: embeddings, overrides, isolates). */
const turning = '\\u202a-\\u202e\\u2066-\\u2069'
/** Characters without width of their own that no name needs. */
const hidden = '\\u200b\\u2060-\\u2065\\u206a-\\u206f\\ufeff\\u{e0000}-\\u{e0fff}'
/** Invisible, but at home in decoded Persian, Indic, Arabic and Hebrew names and in emoji. */
const joining = '\\u00ad\\u061c\\u200c-\\u200f'

const strayControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]|\r(?!\n)|(?<!\r)\n/
const asciiOnly = /^[\u0000-\u007f]*$/
const invisibleInField = new RegExp(`[${turning}${hidden}${joining}]`, 'u')
const deceivingInName = new RegExp(`[${control}${turning}${hidden}]`, 'u')
const unfitForAddress = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u

/** Text that should be lines ended by CRLF holds a control character other than tab, or a lone CR or LF. */
export function hasStrayControl(block: string): boolean {
  return strayControl.test(block)
}

/** The raw text of a structured field holds bidi controls or zero-width characters. */
export function hasInvisibleCharacter(fieldText: string): boolean {
  return !asciiOnly.test(fieldText) && invisibleInField.test(fieldText)
}

/** A decoded display name holds characters that make it look like something else. */
export function hasDeceivingCharacter(displayName: string): boolean {
  return deceivingInName.test(displayName)
}

/** Anything that isn't one visible character: white space, controls, unassigned, private-use and ignorable code points. */
export function hasUnfitAddressCharacter(text: string): boolean {
  return unfitForAddress.test(text)
}
