import { z } from 'zod'
import { LONGEST_SPOKEN, spokenLanguages } from './spoken-languages.ts'

/** `POST /api/v1/terminals/:id/speech`, role terminal: a text that no clip was made for, spoken by a program of the gateway's computer. */
export const speechQuestion = z.strictObject({
  language: z.enum(spokenLanguages),
  text: z.string().trim().min(1).max(LONGEST_SPOKEN),
})
