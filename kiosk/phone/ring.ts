import { signal } from '@preact/signals'

/** Sound and shaking, allowed by one press and silenced by another; a browser without either simply stays quiet. */
export function openRing() {
  const isOn = signal(false)
  let audio: AudioContext | null = null
  const shake = (pattern: number[]): void => void navigator.vibrate?.(pattern)
  return {
    isOn,
    async allow(): Promise<void> {
      isOn.value = true
      audio ??= new AudioContext()
      shake([60])
      await audio.resume().catch(() => {})
    },
    silence(): void {
      isOn.value = false
      shake([])
      void audio?.suspend().catch(() => {})
    },
    /** The turn is near: felt, not heard. */
    nudge(): void {
      if (isOn.value) shake([200, 150, 200])
    },
    ring(): void {
      if (!isOn.value) return
      shake([400, 200, 400, 200, 800])
      if (audio?.state !== 'running') return
      for (const [after, hertz] of [
        [0, 880],
        [0.3, 660],
        [0.8, 880],
        [1.1, 660],
      ] as const) {
        const tone = audio.createOscillator()
        const volume = audio.createGain()
        tone.frequency.value = hertz
        volume.gain.setValueAtTime(0.4, audio.currentTime + after)
        volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + after + 0.5)
        tone.connect(volume).connect(audio.destination)
        tone.start(audio.currentTime + after)
        tone.stop(audio.currentTime + after + 0.5)
      }
    },
  }
}

export type Ring = ReturnType<typeof openRing>
