/** One entry of a calendar. Times are epoch ms. */
export interface CalendarEntry {
  uid: string
  madeAt: number
  from: number
  until: number
  title: string
  place: string
  text: string
  /** Reminded so long before. */
  remindMinutes: number
}

const FOLD_AT = 75
const bytes = new TextEncoder()

/**
 * RFC 5545: lines end in CRLF and are folded at 75 octets, never inside a character (3.1); text is escaped (3.3.11). Times are told in UTC (3.3.5, form 2), so
 * that no zone table has to travel and a phone set to another zone still shows the right hour.
 */
export function encodeIcs(entry: CalendarEntry): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tingshi//appointment//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART:${utc(entry.from)}`,
    `DTEND:${utc(entry.until)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.text)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.title)}`,
    `TRIGGER:-PT${entry.remindMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')

function folded(line: string): string {
  let out = ''
  let long = 0
  for (const sign of line) {
    const size = bytes.encode(sign).length
    if (long + size > FOLD_AT) {
      out += '\r\n '
      long = 1
    }
    out += sign
    long += size
  }
  return out
}
