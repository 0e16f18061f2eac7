/** What a computer can be asked to speak; Mongolian has no voice but recorded ones. */
export const spokenLanguages = ['zh-Hans', 'en'] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

/** A longer text is read in pieces; nobody listens to more at once. */
export const LONGEST_SPOKEN = 300
