import { useEffect, useState } from 'preact/hooks'
import { accessToken } from '../../../gateway/client/access.ts'
import type { DeviceHealth } from '../../../gateway/contract/device-view.ts'

const LOOK_MS = 3_000

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
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look(): Promise<void> {
      const devices = await readDevices()
      if (left) return
      setBoard((before) => (devices === null ? { ...before, stale: true } : { devices, stale: false }))
      timer = setTimeout(() => void look(), LOOK_MS)
    }
    void look()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [asked])
  return { ...board, look: () => ask((before) => before + 1) }
}

async function readDevices(): Promise<DeviceHealth[] | null> {
  const token = await accessToken('supervisor', null)
  const answer = await fetch('/api/v1/devices', { headers: { authorization: `Bearer ${token}` } }).catch(() => null)
  if (!answer?.ok) return null
  return ((await answer.json()) as { items: DeviceHealth[] }).items
}
