import { z } from 'zod'
import { hall } from '../contract/hall.ts'

/** What stands at a key: one value of this kind, or something with keys of its own. */
export type KeyKind = 'text' | 'number' | 'whole' | 'yes-no' | 'choice' | 'list' | 'map' | 'group' | 'tuple'

/**
 * One key of the hall folder. `path`: `queues[].hours.lunch.from`; [] stands for each row of a list, * for each name of a map. `usual`: what
 * counts when the key is absent; undefined = it must be written.
 */
export interface HallKey {
  path: string
  kinds: readonly KeyKind[]
  /** Of `choice`: what may be written. */
  choices: readonly (string | number)[]
  least: number | null
  most: number | null
  usual: unknown
  mayBeNull: boolean
  /** Of something that is of several kinds (a printer's `link`): those that have this key; null = all. */
  only: readonly string[] | null
  /** Whether something may stand there. */
  fits(value: unknown): boolean
}

/** Every key of a hall folder in the order of the schemas; alternatives of one key (a printer's `link`) are one entry. */
export const hallKeys = (): HallKey[] => keysBelow(hall, '')

/** The keys of the hall folder's files: lists that have a file of their own begin with its rows. */
export function keysBelow(schema: z.ZodType, path: string): HallKey[] {
  const found = new Map<string, HallKey>()
  walk(schema, path, (key) => {
    const before = found.get(key.path)
    found.set(key.path, before ? joined(before, key) : key)
  })
  return [...found.values()]
}

function joined(one: HallKey, other: HallKey): HallKey {
  const least = one.least === null || other.least === null ? null : Math.min(one.least, other.least)
  const most = one.most === null || other.most === null ? null : Math.max(one.most, other.most)
  return {
    ...one,
    kinds: [...new Set([...one.kinds, ...other.kinds])],
    choices: [...new Set([...one.choices, ...other.choices])],
    least,
    most,
    usual: one.usual === undefined ? other.usual : one.usual,
    mayBeNull: one.mayBeNull || other.mayBeNull,
    only: one.only === null || other.only === null ? null : [...new Set([...one.only, ...other.only])],
    fits: (value) => one.fits(value) || other.fits(value),
  }
}

/** What a schema is without its default, its null and its checks. */
interface Bare {
  inner: z.ZodType
  usual: unknown
  mayBeNull: boolean
}
function bareOf(schema: z.ZodType): Bare {
  let inner = schema
  let mayBeNull = false
  const usual = schema.safeParse(undefined)
  for (;;) {
    if (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodOptional)
      inner = inner.unwrap() as z.ZodType
    else if (inner instanceof z.ZodNullable) {
      mayBeNull = true
      inner = inner.unwrap() as z.ZodType
    } else if (inner instanceof z.ZodPipe) inner = inner.in as z.ZodType
    else return { inner, usual: usual.success ? (usual.data ?? null) : undefined, mayBeNull }
  }
}
function optionsOf(schema: z.ZodType): z.ZodType[] {
  if (!(schema instanceof z.ZodUnion)) return [schema]
  return schema.options.flatMap((one) => optionsOf(bareOf(one as z.ZodType).inner))
}

function walk(schema: z.ZodType, path: string, see: (key: HallKey) => void): void {
  const { inner } = bareOf(schema)
  const options = optionsOf(inner)
  for (const option of options) {
    if (option instanceof z.ZodObject) {
      const only = options.length > 1 ? kindsOf(option.shape as Record<string, z.ZodType>) : null
      for (const [name, value] of Object.entries(option.shape as Record<string, z.ZodType>)) {
        const at = path === '' ? name : `${path}.${name}`
        see({ ...keyOf(value, at), only: name === 'kind' || name === 'part' ? null : only })
        walk(value, at, see)
      }
    } else if (option instanceof z.ZodArray) walk(option.element as z.ZodType, `${path}[]`, see)
    else if (option instanceof z.ZodRecord) walk(option.valueType as z.ZodType, `${path}.*`, see)
  }
}

/** Which of several kinds this one is. */
function kindsOf({ kind, part }: Readonly<Record<string, z.ZodType>>): string[] | null {
  const told = kind ?? part
  return told instanceof z.ZodLiteral ? [...told.values].map(String) : null
}

function keyOf(schema: z.ZodType, path: string): HallKey {
  const { inner, usual, mayBeNull } = bareOf(schema)
  const options = optionsOf(inner)
  const numbers = options.filter((one) => one instanceof z.ZodNumber)
  return {
    path,
    kinds: [...new Set(options.map(kindOf))],
    choices: options.flatMap((one) =>
      one instanceof z.ZodEnum
        ? (one.options as (string | number)[])
        : one instanceof z.ZodLiteral
          ? ([...one.values] as (string | number)[])
          : [],
    ),
    least: firstThatFits(schema, bound(numbers[0]?.minValue)),
    most: bound(numbers[0]?.maxValue),
    usual,
    mayBeNull,
    only: null,
    fits: (value) => schema.safeParse(value).success,
  }
}
/** Without a bound of its own a number is told as bounded by what a computer can hold. */
function bound(value: number | null | undefined): number | null {
  return value === undefined || value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value
}

/** A whole number that must be more than 0 begins at 1. */
const firstThatFits = (schema: z.ZodType, least: number | null): number | null =>
  least === 0 && !schema.safeParse(0).success && schema.safeParse(1).success ? 1 : least

function kindOf(schema: z.ZodType): KeyKind {
  if (schema instanceof z.ZodBoolean) return 'yes-no'
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'whole' : 'number'
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return 'choice'
  if (schema instanceof z.ZodArray) return 'list'
  if (schema instanceof z.ZodTuple) return 'tuple'
  if (schema instanceof z.ZodRecord) return 'map'
  return schema instanceof z.ZodObject ? 'group' : 'text'
}
