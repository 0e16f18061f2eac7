import type { Point } from '../plan.ts'
import type { Route } from './route.ts'
import { type WayStep, tellWay } from './tell-way.ts'
import type { WayPiece } from './way-words.ts'

type WayWord =
  | `${'first' | 'turn' | 'fromDoor'}.${WayPiece['turn']}`
  | `end.${'left' | 'right' | 'ahead'}`
  | 'pass'
  | 'up'
  | 'climb'
  | 'out'
  | 'far'
  | 'near'
  | 'half'
  | 'whole'
  | 'wholeAndHalf'
  | 'comma'
/** The words of a way in one language, from its locale file way.json. */
export type SayWay = (word: WayWord, values?: Readonly<Record<string, string | number>>) => string

/** An old person with a bag: metres in a minute. */
const PACE_M = 45
const FEW_STEPS_M = 8

export interface WayAsked {
  route: Route
  /** Where the counter or place itself stands; null = the way ends there. */
  goal: Point | null
  floorName: (floor: string) => string
  /** Whoever comes in by this door; null = from where one stands, facing the top of the drawing. */
  door: string | null
}

/** 往右走，过了电梯，左手边: the whole way in one sentence, floor by floor. */
export const sentenceOf = (asked: WayAsked, say: SayWay): string => stepsOf(asked, say).join(say('comma'))

/** The same piece by piece: a turn with what one passes after it, and how one changes the floor. The last piece says where the goal is. */
export function stepsOf({ route, goal, floorName, door }: WayAsked, say: SayWay): string[] {
  return route.legs.flatMap(({ plan, way, by }, nth): string[] => {
    const isLast = nth === route.legs.length - 1
    const lift = plan.places.find(({ name, kind }) => by !== null && name === by.name && kind === by.kind)
    const steps = tellWay(plan, way, isLast ? goal : (lift?.at ?? null))
    const pieces: string[][] = []
    for (const [at, step] of steps.entries()) {
      // Where the lift stands is told by the turn that leads to it.
      if (step.kind === 'end' && by !== null && !isLast) continue
      const words = wordsOf(step, { isFirst: at === 0, isUp: nth > 0, door }, say)
      if (step.kind === 'turn' || pieces.length === 0) pieces.push([words])
      else pieces.at(-1)?.push(words)
    }
    if (!isLast && by !== null)
      pieces.push([
        say(by.kind === 'stairs' ? 'climb' : 'up', {
          by: by.name,
          floor: floorName(route.legs[nth + 1]?.plan.floor ?? ''),
        }),
      ])
    return pieces.map((words) => words.join(say('comma')))
  })
}

function wordsOf(
  step: WayStep,
  { isFirst, isUp, door }: { isFirst: boolean; isUp: boolean; door: string | null },
  say: SayWay,
): string {
  switch (step.kind) {
    case 'turn':
      if (!isFirst) return say(`turn.${step.turn}`)
      if (isUp) return say('out', { first: say(`first.${step.turn}`) })
      return door === null ? say(`first.${step.turn}`) : say(`fromDoor.${step.turn}`, { door })
    case 'pass':
      return say('pass', { place: step.name })
    case 'end':
      return say(`end.${step.side}`)
  }
}

/** 约 24 米，走半分钟. */
export function walkOf(metres: number, say: SayWay): string {
  const whole = Math.max(1, Math.round(metres))
  if (whole <= FEW_STEPS_M) return say('near', { metres: whole })
  const halves = Math.max(1, Math.round((metres / PACE_M) * 2))
  const minutes = Math.floor(halves / 2)
  const words =
    minutes === 0 ? say('half') : halves % 2 === 0 ? say('whole', { minutes }) : say('wholeAndHalf', { minutes })
  return say('far', { metres: whole, minutes: words })
}
