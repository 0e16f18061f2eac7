import { z } from 'zod'

const id = z.string().min(1)
/** Metres from the plan's upper left corner, to the right and down. */
const point = z.tuple([z.number().nonnegative(), z.number().nonnegative()])

export const placeKind = z.enum([
  'entrance',
  'help',
  'lift',
  'escalator',
  'stairs',
  'toilet',
  'accessible-toilet',
  'water',
  'copy',
  'mother',
])

/** What people look for that is no counter. `up` names the same lift, escalator or stairs on every floor that it reaches. */
const place = z.strictObject({ kind: placeKind, name: z.string().min(1), at: point, up: id.nullable().default(null) })

/**
 * One floor as a drawing to scale. Counters of a zone stand along its side `desks`, in the order of the hall's list.
 * `walks` are the ways that people can go; `steps` marks one that a wheelchair cannot.
 */
export const floorPlan = z.strictObject({
  floor: id,
  /** Width and depth in metres. */
  size: point,
  zones: z.array(
    z.strictObject({ zone: id, at: point, size: point, desks: z.enum(['top', 'bottom', 'left', 'right']) }),
  ),
  places: z.array(place).default([]),
  terminals: z.array(z.strictObject({ terminal: id, at: point })).default([]),
  walks: z.array(z.strictObject({ points: z.array(point).min(2), steps: z.boolean().default(false) })).default([]),
})

export type Point = z.infer<typeof point>
export type PlaceKind = z.infer<typeof placeKind>
export type FloorPlan = z.infer<typeof floorPlan>
