import type { Duty } from './roster.ts'

/** Somebody and their hours, as one cell of a roster names them. */
export type Shift = Pick<Duty, 'name' | 'from' | 'until'>
export type CellRead = { ok: true; shifts: Shift[] } | { ok: false; message: string }

const NOON = '12:00'
const LONGEST_NAME = 40
const halves: Readonly<Record<string, Pick<Shift, 'from' | 'until'>>> = {
  上午: { from: null, until: NOON },
  下午: { from: NOON, until: null },
  全天: { from: null, until: null },
}
const apart = /[、,;/\n]+/
const half = /\(?(上午|下午|全天)\)?$/
const span = /\(?(\d{1,2})(?:[:点时](\d{2})?)?\s*[-–—~～至到]+\s*(\d{1,2})(?:[:点时](\d{2})?)?\)?$/

/**
 * 李红 8:30-12:00、张强 下午 as people and their hours; a name alone has the whole day, an empty cell nobody. Refuses, in words, hours that are
 * none and a name with digits: a telephone or an ID number has no place here.
 */
export function readCell(text: string): CellRead {
  const shifts: Shift[] = []
  for (const part of text.normalize('NFKC').split(apart)) {
    const said = part.trim()
    if (said === '') continue
    const hours = hoursIn(said)
    if (hours === null) return { ok: false, message: `“${said}”的时间不对。写成：李红 8:30-12:00` }
    const name = hours.rest.trim()
    if (name === '') return { ok: false, message: `“${said}”没有写姓名。写成：李红 8:30-12:00` }
    if (/\d/.test(name)) return { ok: false, message: '姓名里有数字。只写姓名和时间，例如：李红 8:30-12:00' }
    if (name.length > LONGEST_NAME) return { ok: false, message: `姓名太长。几个人之间用“、”隔开` }
    const { from, until } = hours
    if (!shifts.some((one) => one.name === name && one.from === from && one.until === until))
      shifts.push({ name, from, until })
  }
  return { ok: true, shifts }
}

function hoursIn(said: string): (Pick<Shift, 'from' | 'until'> & { rest: string }) | null {
  const part = half.exec(said)
  if (part) return { ...(halves[part[1] ?? ''] ?? { from: null, until: null }), rest: said.slice(0, part.index) }
  const found = span.exec(said)
  if (!found) return { from: null, until: null, rest: said }
  const [, fromHour = '', fromMinute = '00', untilHour = '', untilMinute = '00'] = found
  const [from, until] = [clockOf(fromHour, fromMinute), clockOf(untilHour, untilMinute)]
  if (from === null || until === null || from >= until) return null
  return { from, until, rest: said.slice(0, found.index) }
}

/** 09:00 of 9 and 00; null = no hour of a day. */
function clockOf(hour: string, minute: string): string | null {
  const isDay = Number(minute) < 60 && (Number(hour) < 24 || (Number(hour) === 24 && Number(minute) === 0))
  return isDay ? `${hour.padStart(2, '0')}:${minute}` : null
}

/** The same people as a cell shows them, so that reading it again gives them again. */
export const cellWords = (shifts: readonly Shift[]): string => shifts.map(shiftWords).join('、')
function shiftWords({ name, from, until }: Shift): string {
  if (from === null && until === null) return name
  if (from === null && until === NOON) return `${name} 上午`
  if (from === NOON && until === null) return `${name} 下午`
  const short = (clock: string): string => clock.replace(/^0/, '')
  return `${name} ${short(from ?? '00:00')}-${short(until ?? '24:00')}`
}
