import type { Aloud } from './aloud.ts'
import { say } from './words.ts'

/** Why nothing, or not all, is heard; null = all is. */
export function readNote({ lacks, outlet }: Pick<Aloud, 'lacks' | 'outlet'>): string | null {
  if (outlet.value === 'earphones-lost') return say('earphonesLost')
  return lacks.value ? say('lacks') : null
}
