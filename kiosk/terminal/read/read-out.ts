import { pause } from '../../../gateway/client/page-clock.ts'
import type { SpokenLanguage } from '../../../gateway/contract/spoken-languages.ts'
import type { Aloud } from './aloud.ts'
import { type Loudspeaker, openLoudspeaker } from './loudspeaker.ts'
import { type Pack, openPack } from './made-ahead.ts'
import { breaths, browserVoice, gatewayVoice } from './other-voices.ts'

const BREATH_MS = 320
/** Decoded clips at hand: figures and what every screen says. */
const MOST_DECODED = 200

/** Diagnostics hook: what is spoken, at its start, by which voice; `none`: nobody here can say it. */
export interface ReadDetail {
  sentence: string
  by: 'clip' | 'gateway' | 'browser' | 'none'
}
const tell = (detail: ReadDetail): void => void dispatchEvent(new CustomEvent('tingshi:read', { detail }))

/** Chinese stands also on an English screen: names that nobody has translated. */
const languageOf = (sentence: string): SpokenLanguage => (/\p{Script=Han}/u.test(sentence) ? 'zh-Hans' : 'en')

/** Loaded with the first reading: the voices, and what reads sentences with them one after the other. */
export function openReadOut(terminalId: string, aloud: Aloud, onSentence: () => void) {
  let speaker: Loudspeaker | null = null
  const decoded = new Map<string, AudioBuffer>()
  const loud = (): Loudspeaker => (speaker ??= openLoudspeaker(aloud))

  async function buffer(key: string, bytes: ArrayBuffer | null): Promise<AudioBuffer | null> {
    const known = decoded.get(key)
    if (known || bytes === null) return known ?? null
    const one = await loud()
      .decode(bytes)
      .catch(() => null)
    if (one === null) return null
    decoded.set(key, one)
    for (const oldest of decoded.keys()) {
      if (decoded.size <= MOST_DECODED) break
      decoded.delete(oldest)
    }
    return one
  }
  async function playClips(
    pack: Pack,
    language: SpokenLanguage,
    clips: readonly string[],
    cut: AbortSignal,
  ): Promise<void> {
    for (const clip of clips) {
      const one = await buffer(`${language} ${clip}`, pack.clip(clip))
      if (cut.aborted) return
      tell({ sentence: clip, by: one ? 'clip' : 'none' })
      if (one) await loud().play(one, cut)
    }
  }
  /** By the gateway, else by the browser, else what the clips know of it; then the screen says that something is missing. */
  async function speakText(
    pack: Pack,
    language: SpokenLanguage,
    text: string,
    known: readonly string[],
    cut: AbortSignal,
  ): Promise<void> {
    for (const part of breaths(text)) {
      const bytes = await gatewayVoice(terminalId, language, part)
      if (cut.aborted) return
      const spoken =
        bytes &&
        (await loud()
          .decode(bytes)
          .catch(() => null))
      if (spoken) {
        tell({ sentence: part, by: 'gateway' })
        await loud().play(spoken, cut)
        continue
      }
      // The browser's voice can be sent nowhere else.
      const aloneHere = aloud.outlet.value === 'loudspeaker'
      if (aloneHere && (await browserVoice(language, part, aloud.gain.value, cut))) {
        tell({ sentence: part, by: 'browser' })
        continue
      }
      if (cut.aborted) return
      tell({ sentence: part, by: 'none' })
      aloud.lacks.value = true
      return playClips(pack, language, known, cut)
    }
  }
  return {
    /** Reads to the end, or until it is cut. Nothing is said while earphones are plugged in that the sound cannot reach. */
    async read(sentences: readonly string[], cut: AbortSignal): Promise<void> {
      for (const sentence of sentences) {
        const language = languageOf(sentence)
        const pack = await openPack(language).catch(() => null)
        if (cut.aborted) return
        onSentence()
        if (pack === null) {
          aloud.lacks.value = true
          return
        }
        for (const piece of pack.piecesOf(sentence)) {
          if (cut.aborted) return
          if ('clip' in piece) await playClips(pack, language, [piece.clip], cut)
          else await speakText(pack, language, piece.text, piece.else, cut)
        }
        if (!cut.aborted) await pause(BREATH_MS)
      }
    },
    toEarphones: () => loud().toEarphones(),
    toLoudspeaker: () => loud().toLoudspeaker(),
    close: () => speaker?.close(),
  }
}
export type ReadOut = ReturnType<typeof openReadOut>
