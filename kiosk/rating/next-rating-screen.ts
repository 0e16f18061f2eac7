import type { RatingReason } from '../../gateway/contract/ratings.ts'
import { isLow } from '../../gateway/contract/grade-rules.ts'

/** Whom the tablet asks about. */
export interface Visit {
  ticketId: string
  number: string
}
/** What a visitor adds to a low grade. */
export interface Complaint {
  reasons: readonly RatingReason[]
  words: string
  telephone: string | null
}
export type Screen =
  | { name: 'home' }
  | { name: 'asking'; visit: Visit }
  | { name: 'low'; visit: Visit; stars: number; told: Complaint; field: 'none' | 'words' | 'telephone' }
  | { name: 'thanks'; visit: Visit; stars: number }
  | { name: 'followed'; visit: Visit; code: string | null }

export type Press =
  /** Somebody's visit has ended here. */
  | { type: 'visit'; visit: Visit }
  | { type: 'grade'; stars: number }
  | { type: 'change' }
  | { type: 'reason'; reason: RatingReason }
  | { type: 'open'; field: 'none' | 'words' | 'telephone' }
  | { type: 'words'; words: string }
  | { type: 'telephone'; telephone: string | null }
  | { type: 'nothing-more' }
  | { type: 'submit' }
  | { type: 'code'; code: string }
  | { type: 'leave' }
  /** Nobody has touched anything for so long, ms. */
  | { type: 'quiet'; ms: number }

/** So long each screen waits for a touch, ms; then it is at home, and what was not sent is gone. */
export const WAITS: Record<Screen['name'], number> = {
  home: Number.POSITIVE_INFINITY,
  asking: 20_000,
  low: 60_000,
  thanks: 8_000,
  followed: 30_000,
}
const HOME: Screen = { name: 'home' }
const NOTHING: Complaint = { reasons: [], words: '', telephone: null }
export const isTold = ({ reasons, words, telephone }: Complaint): boolean =>
  reasons.length > 0 || words !== '' || telephone !== null

/** Where the tablet is. A press that means nothing here changes nothing. */
export function nextRatingScreen(screen: Screen, press: Press): Screen {
  if (press.type === 'leave') return HOME
  if (press.type === 'quiet') return press.ms >= WAITS[screen.name] ? HOME : screen
  // Whoever is still telling what went wrong is not interrupted by the next.
  if (press.type === 'visit')
    return screen.name === 'low' || ('visit' in screen && screen.visit.ticketId === press.visit.ticketId)
      ? screen
      : { name: 'asking', visit: press.visit }
  switch (screen.name) {
    case 'home':
      return screen
    case 'asking':
      if (press.type !== 'grade') return screen
      return isLow(press.stars)
        ? { name: 'low', visit: screen.visit, stars: press.stars, told: NOTHING, field: 'none' }
        : { name: 'thanks', visit: screen.visit, stars: press.stars }
    case 'thanks':
      return press.type === 'change' ? { name: 'asking', visit: screen.visit } : screen
    case 'followed':
      return press.type === 'code' ? { ...screen, code: press.code } : screen
    case 'low':
      return nextOfLow(screen, press)
  }
}

function nextOfLow(screen: Extract<Screen, { name: 'low' }>, press: Press): Screen {
  const { visit, stars, told } = screen
  switch (press.type) {
    case 'reason': {
      const { reason } = press
      const reasons = told.reasons.includes(reason)
        ? told.reasons.filter((one) => one !== reason)
        : [...told.reasons, reason]
      return { ...screen, told: { ...told, reasons } }
    }
    case 'open':
      return { ...screen, field: press.field }
    case 'words':
      return { ...screen, field: 'none', told: { ...told, words: press.words } }
    case 'telephone':
      return { ...screen, field: 'none', told: { ...told, telephone: press.telephone } }
    case 'nothing-more':
      return { name: 'thanks', visit, stars }
    case 'submit':
      return isTold(told) ? { name: 'followed', visit, code: null } : { name: 'thanks', visit, stars }
    default:
      return screen
  }
}
