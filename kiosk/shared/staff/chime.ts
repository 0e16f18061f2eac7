import { signal } from '@preact/signals'

type Tone = readonly [afterSeconds: number, hertz: number, loudness: number]
/** Two notes that do not frighten a visitor at the counter. */
const SOFT: readonly Tone[] = [
  [0, 660, 0.08],
  [0.18, 880, 0.08],
]
const RING: readonly Tone[] = [
  [0, 880, 0.3],
  [0.25, 660, 0.3],
  [0.7, 880, 0.3],
  [0.95, 660, 0.3],
]
const KEPT = 'tingshi-sound'

/** Sounds of a workplace; a browser lets them out after the first key or press of the day. Off is kept by this computer. */
export function openChime() {
  const isOn = signal(localStorage.getItem(KEPT) !== 'off')
  let audio: AudioContext | null = null
  const wake = (): void => {
    audio ??= new AudioContext()
    void audio.resume().catch(() => {})
  }
  addEventListener('keydown', wake, { once: true })
  addEventListener('pointerdown', wake, { once: true })
  const play = (tones: readonly Tone[]): void => {
    if (!isOn.value || audio?.state !== 'running') return
    for (const [after, hertz, loudness] of tones) {
      const tone = audio.createOscillator()
      const volume = audio.createGain()
      tone.frequency.value = hertz
      volume.gain.setValueAtTime(loudness, audio.currentTime + after)
      volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + after + 0.4)
      tone.connect(volume).connect(audio.destination)
      tone.start(audio.currentTime + after)
      tone.stop(audio.currentTime + after + 0.4)
    }
    document.documentElement.dataset.played = String(Number(document.documentElement.dataset.played ?? 0) + 1)
  }
  return {
    isOn,
    soft: () => play(SOFT),
    ring: () => play(RING),
    toggle(): void {
      isOn.value = !isOn.value
      localStorage.setItem(KEPT, isOn.value ? 'on' : 'off')
    },
  }
}

export type Chime = ReturnType<typeof openChime>
