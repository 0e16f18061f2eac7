import { useEffect, useState } from 'preact/hooks'
import type { Reader } from '../../../gateway/client/ask.ts'
import { every } from '../../../gateway/client/page-clock.ts'
import { manageCall } from '../manage-call.ts'

/** What a call answers, asked again each so often; null = not yet, `failed` = nobody answered so far. */
export function useAsked<T>(
  path: string,
  reader: Reader<T>,
  eachMs: number,
): { now: T | null; failed: boolean; refresh: () => void; put: (now: T) => void } {
  const [now, put] = useState<T | null>(null)
  const [failed, setFailed] = useState(false)
  const refresh = (): void =>
    void manageCall(path, reader).then((answer) => {
      setFailed(!answer.ok)
      if (answer.ok) put(answer.body)
    })
  useEffect(() => {
    refresh()
    return every(eachMs, refresh)
  }, [path])
  return { now, failed, refresh, put }
}
