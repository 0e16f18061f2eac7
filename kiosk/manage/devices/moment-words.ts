/** A moment as the board says it: 10:31:05 today, 3 月 18 日 10:31 on another day, in the hall's zone. */
export function momentWords(at: number, timeZone: string, now: number): string {
  const day = (moment: number): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  if (day(at) === day(now)) return new Intl.DateTimeFormat('zh-CN', { ...clock, second: '2-digit' }).format(at)
  const date = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone }).format(at)
  return `${date} ${new Intl.DateTimeFormat('zh-CN', clock).format(at)}`
}
