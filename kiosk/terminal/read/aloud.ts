import { computed, signal } from '@preact/signals'

/** Loudness in five steps, as gain of the clips. */
const LEVELS = [0.15, 0.3, 0.5, 0.75, 1] as const
export const USUAL_LEVEL = 2

/** Where the voice goes: earphones that are plugged in and were not found stay silent. */
export type Outlet = 'loudspeaker' | 'earphones' | 'earphones-lost'

/** What one visitor hears, and how loud; it is gone with the visitor. */
export function openAloud() {
  const level = signal<number>(USUAL_LEVEL)
  const isReading = signal(false)
  const outlet = signal<Outlet>('loudspeaker')
  /** Something of the screen has no voice here. */
  const lacks = signal(false)
  const move = (steps: number): void => {
    level.value = Math.min(LEVELS.length - 1, Math.max(0, level.value + steps))
  }
  return {
    level,
    isReading,
    outlet,
    lacks,
    gain: computed(() => LEVELS[level.value] ?? 1),
    isLoudest: computed(() => level.value === LEVELS.length - 1),
    isSoftest: computed(() => level.value === 0),
    louder: () => move(1),
    softer: () => move(-1),
    /** Earphones plugged in are a visitor's, and so is another loudness. */
    isBegun: (): boolean => level.value !== USUAL_LEVEL || isReading.value,
    leave(): void {
      level.value = USUAL_LEVEL
      isReading.value = false
      lacks.value = false
    },
  }
}
export type Aloud = ReturnType<typeof openAloud>
