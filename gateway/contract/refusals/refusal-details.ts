import { dayWords, whenWords } from '../day-words.ts'

type Details = Readonly<Record<string, unknown>>

const states: Record<string, readonly [zh: string, en: string]> = {
  waiting: ['在等候', 'waiting'],
  transferred: ['在等候', 'waiting'],
  called: ['叫到了', 'called'],
  serving: ['在办理', 'being served'],
  held: ['在等人回来', 'on hold'],
  missed: ['过号了', 'missed'],
  done: ['办完了', 'done'],
  cancelled: ['取消了', 'cancelled'],
  expired: ['过期了', 'expired'],
}
/** What became of an appointment that its code is worth nothing. */
const used: typeof states = {
  came: ['取过号了', 'used'],
  cancelled: ['取消了', 'cancelled'],
  missed: ['过了时间', 'missed'],
}

/** For whoever stands before it, and for staff who can do something: the disk is named. */
const whyNotWritten: Readonly<Record<string, string>> = {
  'disk-full': '网关的硬盘满了，暂时记不下来',
  'read-only': '网关的硬盘现在不能写，暂时记不下来',
  'stream-away': '网关连不上日志服务器，暂时记不下来',
  'stream-full': '日志服务器满了，暂时记不下来',
}

/**
 * What the details of a refusal say in its sentence: `{key}` or `{key|words when it is not told}`. A day is told with the day on which it is
 * said (`today`), so that tomorrow is called so.
 */
export function detailWords(details: unknown, isEnglish: boolean): Record<string, string | undefined> {
  const told: Details = typeof details === 'object' && details !== null ? (details as Details) : {}
  const text = (key: string): string | undefined =>
    typeof told[key] === 'string' || typeof told[key] === 'number' ? String(told[key]) : undefined
  const whenOf = (dayKey: string, clockKey: string): string | undefined => {
    const [day, clock, today] = [text(dayKey), text(clockKey), text('today')]
    return day === undefined || clock === undefined || today === undefined
      ? undefined
      : spaced(whenWords(day, clock, today, isEnglish), isEnglish)
  }
  const dayOf = (key: string): string | undefined => {
    const [day, today] = [text(key), text('today')]
    return day === undefined || today === undefined
      ? undefined
      : isEnglish
        ? day
        : spaced(dayWords(day, today), isEnglish)
  }
  const back = whenOf('backDay', 'backClock')
  const number = text('number')
  const counterId = text('counterId')
  return {
    reason: text('reason'),
    closure: text('closure') === undefined ? undefined : `今天${text('closure')}，`,
    host: text('host'),
    departmentName: text('departmentName'),
    allow: text('allow'),
    number,
    code: text('code'),
    staff: text('staff') === undefined ? undefined : `${isEnglish ? 'Number' : '工号'} ${text('staff')} `,
    clock: text('clock'),
    times: text('times'),
    waiting: text('waiting'),
    minutes: text('minutes'),
    who: text('by'),
    from: text('from'),
    state: states[text('state') ?? '']?.[isEnglish ? 1 : 0],
    used: used[text('state') ?? '']?.[isEnglish ? 1 : 0],
    when: whenOf('day', 'clock'),
    by: whenOf('byDay', 'byClock'),
    day: dayOf('day'),
    free: dayOf('free'),
    back,
    why: whyNotWritten[text('why') ?? ''],
    /** A new number: at once, or when they are given again. */
    again: back === undefined ? undefined : isEnglish ? `come back ${back} for a new one` : `请${back}再来取号`,
    ticket: number === undefined ? undefined : isEnglish ? number : `${number} `,
    counter: counterId === undefined ? undefined : isEnglish ? `counter ${counterId}` : ` ${counterId} 号窗口`,
  }
}

/** Chinese keeps a space between its signs and digits. */
function spaced(words: string, isEnglish: boolean): string {
  if (isEnglish) return words
  return `${/^\d/.test(words) ? ' ' : ''}${words}${/\d$/.test(words) ? ' ' : ''}`
}
