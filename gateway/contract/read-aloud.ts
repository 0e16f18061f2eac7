import { z } from 'zod'

/** What a computer can be asked to speak; Mongolian has no voice but recorded ones. */
export const spokenLanguages = ['zh-Hans', 'en'] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

/** A longer text is read in pieces; nobody listens to more at once. */
export const LONGEST_SPOKEN = 300

/** `POST /api/v1/terminals/:id/speech`, role terminal: a text that no clip was made for, spoken by a program of the gateway's computer. */
export const speechQuestion = z.strictObject({
  language: z.enum(spokenLanguages),
  text: z.string().trim().min(1).max(LONGEST_SPOKEN),
})
