/** How a workbook shows a number: as a moment, with leading zeros (`zeros` = how many digits), or as it is. */
export type NumberFormat = { kind: 'moment' } | { kind: 'zeros'; digits: number } | null

/** Formats that every workbook has without saying so; 27 to 36 and 50 to 58 are dates of East Asian Excel (ECMA-376, 18.8.30). */
const builtInMoments = [
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]

export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtInMoments.includes(id) ? { kind: 'moment' } : null
  const [first = ''] = code.split(';')
  if (/^0{2,}$/.test(first)) return { kind: 'zeros', digits: first.length }
  // Letters count only outside of quotes, escapes and brackets; [h] is time that goes on over 24 hours.
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare.replace(/general/gi, '')) ? { kind: 'moment' } : null
}

const DAY_SECONDS = 86_400
const two = (value: number): string => String(value).padStart(2, '0')

/** Days since 1899-12-30 as text: 2026-12-02, 2026-12-02 10:00, or 10:00 below one day. null = no day that a workbook can mean. */
export function serialText(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null
  const seconds = Math.round(serial * DAY_SECONDS)
  const days = Math.floor(seconds / DAY_SECONDS)
  const left = seconds % DAY_SECONDS
  const clock = `${two(Math.floor(left / 3600))}:${two(Math.floor(left / 60) % 60)}${left % 60 === 0 ? '' : `:${two(left % 60)}`}`
  if (days === 0) return clock
  // Excel counts a 29 February 1900 that never was.
  const day = new Date(Date.UTC(1899, 11, 30) + (days < 61 ? days + 1 : days) * DAY_SECONDS * 1000)
    .toISOString()
    .slice(0, 10)
  return left === 0 ? day : `${day} ${clock}`
}

/** Digits as they were written, with no exponent where none is needed; a spreadsheet keeps 15 of them. */
export function digitsOf(written: string): string {
  const value = Number(written)
  if (!Number.isFinite(value)) return written
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : written
  return String(Number(value.toPrecision(15)))
}
