import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import type { WatchedDetail, WatchedList } from '../../../gateway/contract/watched-cases.ts'
import { manageCall } from '../manage-call.ts'

const watchedList = withFields<WatchedList>('items', 'total', 'counts')
const watchedDetail = withFields<WatchedDetail>('case', 'days', 'history')
const AGAIN_MS = 5_000

/** The list as the gateway has it; read again whenever `told` (the topic's view) is another. */
export function useLights(told: unknown, withGreen: boolean): { list: WatchedList | null; stale: boolean } {
  const [board, setBoard] = useState<{ list: WatchedList | null; stale: boolean }>({ list: null, stale: false })
  useEffect(() => {
    let left = false
    let stop = (): void => {}
    async function look(): Promise<void> {
      const answer = await manageCall(`/lights?green=${withGreen ? 1 : 0}`, watchedList)
      if (left) return
      setBoard((before) => (answer.ok ? { list: answer.body, stale: false } : { ...before, stale: true }))
      if (!answer.ok) stop = after(AGAIN_MS, () => void look())
    }
    void look()
    return () => {
      left = true
      stop()
    }
  }, [told, withGreen])
  return board
}

/** The chosen case with its course; null = not read yet. */
export function useDetail(caseId: string | null, told: unknown): WatchedDetail | null {
  const [detail, setDetail] = useState<WatchedDetail | null>(null)
  useEffect(() => {
    if (caseId === null) return
    let left = false
    void manageCall(`/lights/${encodeURIComponent(caseId)}`, watchedDetail).then((answer) => {
      if (!left && answer.ok) setDetail(answer.body)
    })
    return () => {
      left = true
    }
  }, [caseId, told])
  return detail?.case.caseId === caseId ? detail : null
}
