import { actorWords } from '../contract/actor-words.ts'
import { numberOf } from '../domain/seats/state.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

/** Masked names of those who work here by work number, made once for all that ask. */
export const staffNamesFact = (reading: Reading): Readonly<Record<string, string>> =>
  reading.shared('staff names', (own) => Object.fromEntries(own.live().staffNames()), sameJson)

/** 王*（0327） */
export function nameOfStaff(reading: Reading, number: string): string {
  const name = staffNamesFact(reading)[number]
  return name === undefined ? `工号 ${number}` : `${name}（${number}）`
}

/** Who did something, as the log keeps it, in words. */
export function nameOfActor(reading: Reading, actor: string): string {
  const number = numberOf(actor)
  return number === null ? actorWords(actor) : nameOfStaff(reading, number)
}
