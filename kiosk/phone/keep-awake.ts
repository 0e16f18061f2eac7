import { useEffect } from 'preact/hooks'

/**
 * Keeps the phone's screen on while the turn is near, so that a call is seen. A lock ends whenever the page is hidden and is asked for again when it
 * is seen; a phone that has none (no https, little battery) sleeps as ever.
 */
export function useAwake(isNear: boolean): void {
  useEffect(() => {
    if (!isNear || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const hold = (): void => {
      if (document.visibilityState !== 'visible') return
      void navigator.wakeLock.request('screen').then(
        (held) => {
          if (isOver) void held.release()
          else lock = held
        },
        () => {},
      )
    }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [isNear])
}
