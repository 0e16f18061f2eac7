import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface Room {
  width: number
  height: number
}

/** How much room a box has, now and when the window changes. `first`: until it is measured. */
export function useRoom(first: Room): { box: RefObject<HTMLDivElement | null>; room: Room } {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(first)
  useEffect(() => {
    const measure = (): void => {
      const { clientWidth = first.width, clientHeight = first.height } = box.current ?? {}
      setRoom({ width: clientWidth, height: clientHeight })
    }
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  return { box, room }
}
