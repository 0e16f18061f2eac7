/** Sound and shaking, allowed by one press; a browser without either simply stays quiet. */
export function openRing(): { allow(): Promise<void>; ring(): void } {
  let audio: AudioContext | null = null
  return {
    async allow() {
      audio ??= new AudioContext()
      await audio.resume().catch(() => {})
      navigator.vibrate?.(60)
    },
    ring() {
      navigator.vibrate?.([400, 200, 400, 200, 800])
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
