import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { signInSettings } from '../contract/sign-in-settings.ts'

/** `city.yaml`: what the city is called, and where its halls are: kilometres to the east and to the south of any one point. */
export const cityFile = z.strictObject({
  name: z.string().min(1),
  /** Where browsers reach the city; null = at its address. */
  publicUrl: z.url().nullable().default(null),
  /** How the people of the city sign in, as in a hall. */
  signIn: signInSettings.prefault({}),
  halls: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      place: z.string().default(''),
      at: z.tuple([z.number(), z.number()]).nullable().default(null),
    }),
  ),
})
export type CityFile = z.infer<typeof cityFile>
/** What views need of it. */
export type CityPlaces = Pick<CityFile, 'name' | 'halls'>

/** null path = a city without a file: its halls have the names that they give themselves, and no map. */
export function readCityFile(path: string | null): { ok: true; city: CityFile } | { ok: false; words: string[] } {
  if (path === null) return { ok: true, city: cityFile.parse({ name: '全市大厅', halls: [] }) }
  try {
    const read = cityFile.safeParse(parse(readFileSync(path, 'utf8')))
    if (read.success) return { ok: true, city: read.data }
    return { ok: false, words: read.error.issues.map(({ path: at, message }) => `${path} ${at.join('.')}：${message}`) }
  } catch (broken) {
    return { ok: false, words: [`读不了 ${path}：${(broken as Error).message}`] }
  }
}
