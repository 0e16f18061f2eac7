import type { Hall } from '../../contract/hall.ts'
import { stockLayouts } from '../../contract/stock-layouts.ts'
import type { WallLayout } from '../../contract/wall-layout.ts'

/** Every layout that a screen of this hall can have, by id; the hall's own go before the stock. */
export const layoutsOf = ({ layouts }: Pick<Hall, 'layouts'>): ReadonlyMap<string, WallLayout> =>
  new Map([...stockLayouts, ...layouts].map((layout) => [layout.id, layout]))
