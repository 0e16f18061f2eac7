import type { Office } from '../office/office.ts'
import type { DeviceBoard } from './device-board.ts'

/** Tells the board of every device that somebody sets aside or takes back, whatever it is. */
export function followSwitches(
  office: Office,
  board: Pick<DeviceBoard, 'switched'>,
  invalidate: () => void,
): () => void {
  return office.onFacts((events) => {
    for (const event of events) {
      if (event.type !== 'device-switched-off' && event.type !== 'device-switched-on') continue
      board.switched(event.deviceId)
      invalidate()
    }
  })
}
