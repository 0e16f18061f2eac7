import { useEffect } from 'preact/hooks'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import { wallTopics } from '../wall-shown.ts'

const boardTopics = ['board', 'board-counters', 'devices', 'lights']

/** Hears what the board shows for as long as it hangs on this wall. */
export function useBoardTopics(hall: HallConnection, screenId: string): void {
  useEffect(() => {
    hall.watch([...wallTopics(screenId), ...boardTopics])
    return () => hall.watch(wallTopics(screenId))
  }, [hall, screenId])
}
