import sentences from '../../../assets/sounds/zh-Hans/sentences.json' with { type: 'json' }

/** Clips of an emergency's sentences; a sentence without a clip is said as 请看屏幕, once. */
export function emergencyPhrase(spoken: string): string[] {
  const known = sentences as Record<string, string>
  const clips = spoken
    .split(/[。：]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => known[one] ?? 's-screen')
  return clips.filter((clip, nth) => clip !== 's-screen' || clips.indexOf(clip) === nth)
}
