import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** A picture of fixed size, scaled to its window as one piece and centred. */
export function useStage(width: number, height: number): { transform: string } {
  const fit = (): string => {
    const scale = Math.min(innerWidth / width, innerHeight / height)
    return `translate(${(innerWidth - width * scale) / 2}px, ${(innerHeight - height * scale) / 2}px) scale(${scale})`
  }
  const transform = useSignal(fit())
  useEffect(() => {
    const refit = (): void => void (transform.value = fit())
    addEventListener('resize', refit)
    return () => removeEventListener('resize', refit)
  }, [])
  return { transform: transform.value }
}

/** The gateway's time, once a second. */
export function useNow(read: () => number): number {
  const now = useSignal(read())
  useEffect(() => {
    const tick = setInterval(() => void (now.value = read()), 1000)
    return () => clearInterval(tick)
  }, [])
  return now.value
}

export const clockIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
export const dateIn = (timeZone: string, at: number): string => {
  const part = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('zh-CN', { timeZone, ...options }).format(at)
  return `${part({ month: 'long', day: 'numeric' })} ${part({ weekday: 'long' })}`
}
