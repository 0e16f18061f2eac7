import type { Matter } from './matter.ts'

/** What visitors may choose: in use, and not marked as handled elsewhere. */
export const isOffered = ({ state, inHall }: Pick<Matter, 'state' | 'inHall'>): boolean =>
  state === '在用' && inHall !== false
