/** HTTP status and the sentence in each language. A Mongolian one that no reviewer has confirmed is left empty. */
export type RefusalWords = readonly [status: number, zh: string, en: string, mn: string]
