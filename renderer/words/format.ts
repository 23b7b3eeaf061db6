/** `10:32` for today, `20 Nov, 10:32` for this year, `20 Nov 2031, 10:32` for others, in the reader's language and time zone. */
export function formatTime(iso: string, language: string, nowMs: number = Date.now()): string {
  const when = new Date(iso)
  const now = new Date(nowMs)
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
  if (when.toDateString() !== now.toDateString()) Object.assign(options, { day: 'numeric', month: 'short' })
  if (when.getFullYear() !== now.getFullYear()) options.year = 'numeric'
  return new Intl.DateTimeFormat(locale(language), options).format(when)
}

/** `20 November 2026 at 10:32`, wherever and whenever it is read. */
export function formatMoment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  )
}

/** `20 November 2026` */
export function formatDay(iso: string, language: string): string {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'long' }).format(new Date(iso))
}

/** `4 KB`, `2.5 MB`: decimal units, one digit at most. */
export function formatBytes(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return new Intl.NumberFormat(locale(language), {
    style: 'unit',
    unit: units[power],
    unitDisplay: 'short',
    maximumFractionDigits: power === 2 ? 1 : 0,
  }).format(bytes / 1000 ** power)
}

/** Groups of four, for reading a password aloud or typing it. */
export function inGroups(text: string): string {
  return (text.match(/.{1,4}/gu) ?? []).join(' ')
}

// English times as most of the world writes them: 24 hours.
function locale(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
