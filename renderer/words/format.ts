/** `10:32` for today, `20 Nov, 10:32` for other days, in the reader's language and time zone. */
export function formatTime(iso: string, language: string, nowMs: number = Date.now()): string {
  const when = new Date(iso)
  const isToday = when.toDateString() === new Date(nowMs).toDateString()
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
  const options = isToday ? time : { ...time, day: 'numeric' as const, month: 'short' as const }
  return new Intl.DateTimeFormat(locale(language), options).format(when)
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
