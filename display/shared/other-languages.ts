import i18next from 'i18next'

/** Words of the languages beside Chinese, looked up with i18next; what one of them lacks is said in Chinese by whoever asks. */
const all = i18next.createInstance()
void all.init({
  lng: 'en',
  fallbackLng: false,
  load: 'currentOnly',
  initAsync: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: {},
})

export const addWords = (language: string, part: string, words: object): void =>
  void all.addResourceBundle(language, part, words)

/** null = this language has no such word. */
export function sayIn(language: string, part: string, key: string, values: object): unknown {
  const how = { ...values, ns: part, lng: language, returnObjects: true }
  return all.exists(key, how) ? all.t(key, how) : null
}
