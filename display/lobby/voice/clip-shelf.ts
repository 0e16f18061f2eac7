import english from '../../../assets/sounds/en/manifest.json' with { type: 'json' }
import chinese from '../../../assets/sounds/zh-Hans/manifest.json' with { type: 'json' }
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'

const files = import.meta.glob<string>('../../../assets/sounds/*/*.ogg', {
  query: '?url',
  import: 'default',
  eager: true,
})
const shipped: Readonly<Record<string, Record<string, { file: string; seconds: number }>>> = {
  'zh-Hans': chinese,
  en: english,
}
/** These have no language; they stand beside the Chinese clips. */
const WITHOUT_WORDS = new Set(['chime', 'alarm'])

/** By language and clip: the hall's own recordings. */
export type Recordings = Readonly<Record<string, Readonly<Record<string, string>>>>
export const askRecordings = (): Promise<Recordings> =>
  getJson('/api/v1/sounds', withFields<{ recordings: Recordings }>('recordings')).then(({ recordings }) => recordings)

const home = (language: string, clip: string): string => (WITHOUT_WORDS.has(clip) ? 'zh-Hans' : language)
/** The hall's own recording where there is one, else the shipped clip, else null. */
export function clipUrl(recordings: Recordings, language: string, clip: string): string | null {
  const at = home(language, clip)
  const file = shipped[at]?.[clip]?.file
  return recordings[at]?.[clip] ?? (file === undefined ? null : (files[`../../../assets/sounds/${at}/${file}`] ?? null))
}
export const shippedSeconds = (language: string, clip: string): number | null =>
  shipped[home(language, clip)]?.[clip]?.seconds ?? null
/** Every clip that a language has. */
export const clipsOf = (recordings: Recordings, language: string): string[] => [
  ...new Set([...WITHOUT_WORDS, ...Object.keys(shipped[language] ?? {}), ...Object.keys(recordings[language] ?? {})]),
]
