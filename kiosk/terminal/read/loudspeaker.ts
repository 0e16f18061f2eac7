import { effect } from '@preact/signals'
import { pause } from '../../../gateway/client/page-clock.ts'
import type { Aloud } from './aloud.ts'

/** How an earphone's output may be called by the computer (Storm AudioNav is a sound card of its own), in English and in Chinese. */
const EARPHONES = /audio\s?nav|storm|head(set|phone)|earphone|\u8033[\u673a\u9ea6]/i
const ALLOW_MS = 1_000

/** AudioContext.setSinkId: Chromium 110 and later. */
interface Routed {
  setSinkId?(id: string): Promise<void>
}

/** The loudspeaker of this computer, or the earphones on its keypad. Loudness follows the visitor's wish also in the middle of a word. */
export function openLoudspeaker(aloud: Aloud) {
  const audio = new AudioContext()
  const level = audio.createGain()
  level.connect(audio.destination)
  const unfollow = effect(() => {
    level.gain.value = aloud.gain.value
  })
  const isOn = async (): Promise<boolean> => {
    if (audio.state !== 'running') await Promise.race([audio.resume().catch(() => {}), pause(ALLOW_MS)])
    return audio.state === 'running'
  }
  return {
    decode: (bytes: ArrayBuffer): Promise<AudioBuffer> => audio.decodeAudioData(bytes),
    /** Plays to the end, or until it is cut; false = this computer gives no sound. */
    async play(buffer: AudioBuffer, cut: AbortSignal): Promise<boolean> {
      if (!(await isOn()) || cut.aborted) return false
      const source = audio.createBufferSource()
      source.buffer = buffer
      source.connect(level)
      const over = new Promise<void>((done) => {
        source.onended = () => done()
        cut.addEventListener('abort', () => source.stop(), { once: true })
      })
      source.start()
      await over
      source.disconnect()
      return true
    },
    /** Sends the sound to the earphones; whether they were found. Their name is told only where the browser may use a microphone. */
    async toEarphones(): Promise<boolean> {
      const outputs = await navigator.mediaDevices?.enumerateDevices().catch(() => [])
      const found = outputs?.find(({ kind, label }) => kind === 'audiooutput' && EARPHONES.test(label))
      const routed = audio as AudioContext & Routed
      if (!found || !routed.setSinkId) return false
      return routed.setSinkId(found.deviceId).then(
        () => true,
        () => false,
      )
    },
    async toLoudspeaker(): Promise<void> {
      await (audio as AudioContext & Routed).setSinkId?.('').catch(() => {})
    },
    close(): void {
      unfollow()
      void audio.close()
    },
  }
}
export type Loudspeaker = ReturnType<typeof openLoudspeaker>
