import type { SpokenLanguage } from '../contract/spoken-languages.ts'
import { takeTurns } from '../work/take-turns.ts'
import { spokenText } from './spoken-text.ts'

export type Said = { ok: true; sound: Buffer } | { ok: false; code: 'no-voice' | 'voice-busy' | 'not-understood' }
export interface Speech {
  say(language: SpokenLanguage, text: string): Promise<Said>
}

/** Requests that may wait for the one that is being spoken; a hall has some dozen terminals. */
const MOST_WAITING = 12
/** What lately spoken texts may hold together, in bytes; a sentence is some 150 kB. They lie in memory only. */
const MOST_KEPT = 6 * 1024 ** 2

/**
 * Speaks texts one after the other, and keeps the latest: the guide of a wanted matter is asked for again and again. `run`: the program of
 * this computer; null = there is none.
 */
export function openSpeech(run: ((language: SpokenLanguage, text: string) => Promise<Buffer | null>) | null): Speech {
  const kept = new Map<string, Buffer>()
  let bytes = 0
  const inTurn = takeTurns(MOST_WAITING)
  function keep(key: string, sound: Buffer): void {
    bytes += sound.length - (kept.get(key)?.length ?? 0)
    kept.delete(key)
    kept.set(key, sound)
    for (const [oldest, one] of kept) {
      if (bytes <= MOST_KEPT) break
      kept.delete(oldest)
      bytes -= one.length
    }
  }
  return {
    async say(language, asked) {
      const text = spokenText(asked)
      if (text === null) return { ok: false, code: 'not-understood' }
      if (run === null) return { ok: false, code: 'no-voice' }
      const key = `${language} ${text}`
      const known = kept.get(key)
      if (known) {
        keep(key, known)
        return { ok: true, sound: known }
      }
      // Whoever waited behind the same text finds it spoken.
      const said = inTurn(async () => kept.get(key) ?? (await run(language, text)))
      if (said === null) return { ok: false, code: 'voice-busy' }
      const sound = await said
      if (sound === null) return { ok: false, code: 'no-voice' }
      keep(key, sound)
      return { ok: true, sound }
    },
  }
}
