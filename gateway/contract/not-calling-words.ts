import type { NotCalling } from './not-calling.ts'

/** In short, for a row or a slip: 窗口还没开, 午休到 13:30. Of silent counters there is only no wait to tell (null). */
export function notCallingShort(one: NotCalling, isEnglish = false): string | null {
  switch (one?.why) {
    case 'no-counter':
      return isEnglish ? 'No counter open' : '窗口还没开'
    case 'lunch':
      return isEnglish ? `Break until ${one.until}` : `午休到 ${one.until}`
    case 'silent':
    case undefined:
      return null
  }
}

/** As a sentence before a number is taken. */
export function notCallingSentence(one: NotCalling, isEnglish = false): string | null {
  switch (one?.why) {
    case 'no-counter':
      return isEnglish
        ? 'No counter is open now; you would be called once one opens.'
        : '现在没有窗口开着，取了号要等窗口开了才叫。'
    case 'lunch':
      return isEnglish
        ? `Lunch break: numbers are called again from ${one.until}.`
        : `现在午休，取了号 ${one.until} 以后才叫。`
    case 'silent':
    case undefined:
      return null
  }
}
