import { isWithin } from '../../gateway/contract/day-span.ts'
import type { SoundSettings } from '../../gateway/contract/wall-settings.ts'

/** How loud this minute is, 0–1. A span may cross midnight; the first that fits counts. */
export function volumeAt({ volume, byTime }: Pick<SoundSettings, 'volume' | 'byTime'>, minute: number): number {
  return (byTime.find((span) => isWithin(span, minute))?.volume ?? volume) / 100
}
