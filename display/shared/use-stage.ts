import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { every } from '../../gateway/client/page-clock.ts'

/** A picture of fixed size, scaled to its window as one piece and centred. `part`: this window shows only that half of it. */
export function useStage(
  width: number,
  height: number,
  part: 'whole' | 'left' | 'right' = 'whole',
): { transform: string } {
  const fit = (): string => {
    const shown = part === 'whole' ? width : width / 2
    const scale = Math.min(innerWidth / shown, innerHeight / height)
    return `translate(${(innerWidth - shown * scale) / 2 - (part === 'right' ? shown * scale : 0)}px, ${(innerHeight - height * scale) / 2}px) scale(${scale})`
  }
  const transform = useSignal(fit())
  useEffect(() => {
    transform.value = fit()
    const refit = (): void => void (transform.value = fit())
    addEventListener('resize', refit)
    return () => removeEventListener('resize', refit)
  }, [width, height, part])
  return { transform: transform.value }
}

/** The gateway's time, once a second. */
export function useNow(read: () => number): number {
  const now = useSignal(read())
  useEffect(() => {
    return every(1000, () => void (now.value = read()))
  }, [])
  return now.value
}

export const dateIn = (timeZone: string, at: number, isEnglish = false): string => {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(isEnglish ? 'en-GB' : 'zh-CN', { timeZone, ...options }).format(at)
  if (isEnglish) return part({ weekday: 'long', day: 'numeric', month: 'long' })
  return `${part({ month: 'long', day: 'numeric' })} ${part({ weekday: 'long' })}`
}
