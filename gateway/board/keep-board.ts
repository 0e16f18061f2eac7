import { keepDoing } from '../work/keep-doing.ts'
import type { DeviceMemory } from '../store/device-memory.ts'
import type { DeviceBoard } from './device-board.ts'

/** Scans and slips count up by the second; one commit for all of them is enough. A power cut costs so much history at the most. */
const EACH_MS = 15_000

/** Brings the health board to disk now and then, and at the end. `onBroken` hears of a disk that refuses. */
export function keepBoard(
  board: Pick<DeviceBoard, 'memory'>,
  memory: Pick<DeviceMemory, 'save'>,
  onBroken: (error: unknown) => void,
): { stop(): void } {
  let last = ''
  const write = (): void => {
    const devices = board.memory()
    // What nobody changed is not written again: flash in small computers wears out.
    const now = JSON.stringify([...devices])
    if (now === last) return
    try {
      memory.save(devices)
      last = now
    } catch (broken) {
      onBroken(broken)
    }
  }
  const timer = keepDoing(EACH_MS, write, onBroken)
  return {
    stop() {
      timer.stop()
      write()
    },
  }
}
