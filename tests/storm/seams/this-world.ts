import type { World } from '../world.ts'

let world: World | null = null

/** From now on the product's time, chance, timers and wires are this world's. */
export const takePart = (next: World): void => void (world = next)
export function thisWorld(): World {
  if (world === null) throw new Error('no storm blows')
  return world
}
