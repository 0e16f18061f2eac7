import { useEffect, useState } from 'preact/hooks'
import { manageCall } from '../manage-call.ts'
import { withFields } from '../../../gateway/client/ask.ts'
import type { DeviceHealth } from '../../../gateway/contract/device-view.ts'
import { after } from '../../../gateway/client/page-clock.ts'

const LOOK_MS = 3_000
const healthBoard = withFields<{ items: DeviceHealth[] }>('items')

export interface Board {
  /** null = not read yet. */
  devices: DeviceHealth[] | null
  /** The last look failed: what stands here is old. */
  stale: boolean
  /** Reads it again at once. */
  look(): void
}

/** The health board, read again every few seconds while somebody looks at it. */
export function useDevices(): Board {
  const [board, setBoard] = useState<Omit<Board, 'look'>>({ devices: null, stale: false })
  const [asked, ask] = useState(0)
  useEffect(() => {
    let left = false
    let stop = (): void => {}
    async function look(): Promise<void> {
      const devices = await readDevices()
      if (left) return
      setBoard((before) => (devices === null ? { ...before, stale: true } : { devices, stale: false }))
      stop = after(LOOK_MS, () => void look())
    }
    void look()
    return () => {
      left = true
      stop()
    }
  }, [asked])
  return { ...board, look: () => ask((before) => before + 1) }
}

async function readDevices(): Promise<DeviceHealth[] | null> {
  const answer = await manageCall('/devices', healthBoard)
  return answer.ok ? answer.body.items : null
}
