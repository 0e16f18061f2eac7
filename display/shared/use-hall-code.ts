import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { accessToken } from '../../gateway/client/access.ts'
import { ask, withFields } from '../../gateway/client/ask.ts'
import { after } from '../../gateway/client/page-clock.ts'
import type { HallCodeNow } from '../../gateway/contract/phone-numbers.ts'

/** Out of reach it is asked for again after so long; the one that was shown is taken away then. */
const AGAIN_S = 20

/** The code that proves that a phone is in the hall, a new one every minute; null = none now. Only the hall's own devices are told it. */
export function useHallCode(role: 'terminal' | 'display', id: string): ReadonlySignal<HallCodeNow | null> {
  const code = useSignal<HallCodeNow | null>(null)
  useEffect(() => {
    let stop = (): void => {}
    let gone = false
    const read = async (): Promise<void> => {
      const token = await accessToken(role, id)
      const answer = await ask('/api/v1/phone/code', withFields<HallCodeNow>('address', 'short', 'seconds'), { token })
      if (gone) return
      code.value = answer.ok ? answer.body : null
      stop = after((answer.ok ? answer.body.seconds + 1 : AGAIN_S) * 1000, () => void read())
    }
    void read()
    return () => {
      gone = true
      stop()
    }
  }, [id])
  return code
}

/** 482 913: as it is read out and typed. */
export const inThrees = (short: string): string => `${short.slice(0, 3)} ${short.slice(3)}`
