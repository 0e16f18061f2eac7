import { accessToken } from '../../../gateway/client/access.ts'
import { askFile } from '../../../gateway/client/ask.ts'
import { LONGEST_SPOKEN, type SpokenLanguage } from '../../../gateway/contract/spoken-languages.ts'

const WITHIN_MS = 10_000

/** A text in pieces that a voice takes at once, cut where one breathes. */
export function breaths(text: string, most = LONGEST_SPOKEN): string[] {
  const parts: string[] = []
  for (let rest = text; rest !== ''; ) {
    if (rest.length <= most) return [...parts, rest]
    const head = rest.slice(0, most)
    const at = Math.max(...['，', '、', '；', ',', ' '].map((sign) => head.lastIndexOf(sign)))
    const cut = at > most / 3 ? at + 1 : most
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return parts
}

/** A text in the voice of the gateway's computer; null = it has none, or is away. */
export async function gatewayVoice(
  terminalId: string,
  language: SpokenLanguage,
  text: string,
): Promise<ArrayBuffer | null> {
  const token = await accessToken('terminal', terminalId)
  const question = { body: { language, text }, token, withinMs: WITHIN_MS }
  const answer = await askFile(`/api/v1/terminals/${terminalId}/speech`, question)
  return answer.ok ? answer.body.arrayBuffer() : null
}

/** The browser's own voice, only one that needs no network; false = it has none for this language. It knows no earphones but the computer's. */
export function browserVoice(language: SpokenLanguage, text: string, gain: number, cut: AbortSignal): Promise<boolean> {
  const start = language === 'en' ? 'en' : 'zh'
  const voice = window.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(start))
  if (!voice || cut.aborted) return Promise.resolve(false)
  return new Promise((done) => {
    const said = new SpeechSynthesisUtterance(text)
    said.voice = voice
    said.lang = voice.lang
    said.volume = gain
    said.onend = () => done(true)
    said.onerror = () => done(cut.aborted)
    cut.addEventListener('abort', () => speechSynthesis.cancel(), { once: true })
    speechSynthesis.speak(said)
  })
}
