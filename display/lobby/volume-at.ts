import type { SoundSettings } from '../../gateway/contract/wall-settings.ts'

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** How loud this minute is, 0–1. A span may cross midnight; its end no longer belongs to it; the first that fits counts. */
export function volumeAt({ volume, byTime }: Pick<SoundSettings, 'volume' | 'byTime'>, minute: number): number {
  const fits = byTime.find(({ from, to }) => {
    const [start, end] = [minutes(from), minutes(to)]
    return start <= end ? minute >= start && minute < end : minute >= start || minute < end
  })
  return (fits?.volume ?? volume) / 100
}

/** Minutes since midnight in the hall. */
export function minuteIn(timeZone: string, at: number): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  return minutes(clock)
}
