/**
 * A syllable as it is heard by people who do not tell zh from z, n from l, or ing from in: most speakers west and south of Peking.
 * Applied to what was typed and to the catalogue alike.
 */
export const likeSound = (pinyin: string): string =>
  pinyin
    .replace(/([zcs])h/g, '$1')
    .replace(/([aei])ng/g, '$1n')
    .replace(/n(?=[aeiouv])/g, 'l')
    .replace(/v/g, 'u')

/** A catalogue has some hundred different syllables, heard again for each of its matters. */
const heardBefore = new Map<string, string>()
export function heardAs(syllable: string): string {
  const before = heardBefore.get(syllable)
  if (before !== undefined) return before
  const heard = likeSound(syllable)
  heardBefore.set(syllable, heard)
  return heard
}
