import type { Point } from '../../../gateway/contract/plan.ts'
import zh from '../../../assets/locales/zh-Hans/way.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'
import type { Route } from './route.ts'
import { type WayStep, tellWay } from './tell-way.ts'

const { say } = pageWords('way', zh, {
  en: () => import('../../../assets/locales/en/way.json', { with: { type: 'json' } }),
})

/** An old person with a bag: metres in a minute. */
const PACE_M = 45
const FEW_STEPS_M = 8

export interface WaySentenceAsked {
  route: Route
  /** Where the counter or place itself stands; null = the way ends there. */
  goal: Point | null
  floorName: (floor: string) => string
  /** Whoever comes in by this door; null = from where one stands, facing the top of the drawing. */
  door: string | null
}

/** 往右走，过了电梯，左手边: the whole way in one sentence, floor by floor. */
export function waySentence({ route, goal, floorName, door }: WaySentenceAsked): string {
  const parts = route.legs.flatMap(({ plan, way, by }, nth): string[] => {
    const isLast = nth === route.legs.length - 1
    const lift = plan.places.find(({ name, kind }) => by !== null && name === by.name && kind === by.kind)
    const steps = tellWay(plan, way, isLast ? goal : (lift?.at ?? null))
    const words = steps.flatMap((step, at) => wordsOf(step, at === 0, nth > 0, door))
    if (isLast || by === null) return words
    const up = say(by.kind === 'stairs' ? 'climb' : 'up', {
      by: by.name,
      floor: floorName(route.legs[nth + 1]?.plan.floor ?? ''),
    })
    // Where the lift stands is told by the turn that leads to it.
    return [...words.filter((_, at) => steps[at]?.kind !== 'end'), up]
  })
  return parts.join(say('comma'))
}

function wordsOf(step: WayStep, isFirst: boolean, isUp: boolean, door: string | null): string[] {
  switch (step.kind) {
    case 'turn':
      if (!isFirst) return [say(`turn.${step.turn}`)]
      if (isUp) return [say('out', { first: say(`first.${step.turn}`) })]
      return [door === null ? say(`first.${step.turn}`) : say(`fromDoor.${step.turn}`, { door })]
    case 'pass':
      return [say('pass', { place: step.name })]
    case 'end':
      return [say(`end.${step.side}`)]
  }
}

/** 约 24 米，走半分钟. */
export function wayLength(metres: number): string {
  const whole = Math.max(1, Math.round(metres))
  if (whole <= FEW_STEPS_M) return say('near', { metres: whole })
  const halves = Math.max(1, Math.round((metres / PACE_M) * 2))
  const minutes = Math.floor(halves / 2)
  const words =
    minutes === 0 ? say('half') : halves % 2 === 0 ? say('whole', { minutes }) : say('wholeAndHalf', { minutes })
  return say('far', { metres: whole, minutes: words })
}

export const routeMetres = ({ legs }: Route): number => legs.reduce((sum, { way }) => sum + way.metres, 0)
