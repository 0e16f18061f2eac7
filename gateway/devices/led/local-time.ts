import { timeAt } from '../../contract/hall-time.ts'
import { NotThatFrame } from './byte-reader.ts'

/** The wall clock of the hall, as cards want it: they know no time zones. `weekday` 1 = Monday … 7 = Sunday. */
export interface LocalTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  weekday: number
}

/** From `2026-11-23T11:46:09` (what follows the seconds is ignored). */
export function parseLocalTime(text: string): LocalTime {
  const found = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)/.exec(text)
  if (!found) throw new RangeError(`no local time: ${text}`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number)
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    weekday: ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1,
  }
}

/** The time that clocks on the wall of this zone show at an instant (epoch ms). */
export function localTimeIn(timeZone: string, at: number): LocalTime {
  return parseLocalTime(timeAt(at, timeZone))
}

const bcd = (value: number): number => (Math.floor(value / 10) << 4) | (value % 10)
const fromBcd = (byte: number): number => {
  if ((byte & 0x0f) > 9 || byte >> 4 > 9) throw new NotThatFrame('no BCD')
  return (byte >> 4) * 10 + (byte & 0x0f)
}

/** Both Onbon families: BCD year (low byte first: `26 20`), month, day, hour, minute, second; weekday 1 = Monday. */
export const encodeBcdTime = ({ year, month, day, hour, minute, second, weekday }: LocalTime): Uint8Array =>
  Uint8Array.of(
    bcd(year % 100),
    bcd(Math.floor(year / 100)),
    bcd(month),
    bcd(day),
    bcd(hour),
    bcd(minute),
    bcd(second),
    weekday,
  )

export function decodeBcdTime(bytes: Uint8Array): LocalTime {
  const [low = 0, high = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [...bytes.subarray(0, 7)].map(
    fromBcd,
  )
  return { year: high * 100 + low, month, day, hour, minute, second, weekday: bytes[7] ?? 0 }
}
