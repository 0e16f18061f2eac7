import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { decodeHand } from '../../gateway/catalogue/hand/hand-file.ts'
import { neededCharacters } from '../../gateway/catalogue/hand/needed-characters.ts'
import { readHand } from '../../gateway/catalogue/read-hand.ts'
import type { HandCharacter } from '../../gateway/catalogue/hand/hand-file.ts'

const folder = resolve(import.meta.dirname, '../../assets/sample-hall/matters')
const named = z.object({ name: z.string(), aliases: z.array(z.string()).default([]) })
const file = z.union([z.array(named), z.object({ matters: z.array(named) }).transform(({ matters }) => matters)])

/** The matters of the sample hall, by name and what people call them. */
export const hallNames = (): z.infer<typeof named>[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => file.parse(parse(readFileSync(join(folder, name), 'utf8'))))

/** How the characters of those matters are written, as a terminal gets them. */
export const hallCharacters = async (): Promise<HandCharacter[]> =>
  decodeHand(await readHand(neededCharacters(hallNames())))
