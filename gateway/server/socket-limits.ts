import { rateLimit } from './rate-limit.ts'

/** What one socket that shows no token may do. Each answer counts. */
export interface SocketLimits {
  mayHear(bytes: number): boolean
  /** So many topics, each of which is a view to be made. */
  mayListen(topics: number): boolean
}

/** A page without a token: a phone has one number, a wall one screen, the start page one hall. */
export const MOST_PUBLIC_TOPICS = 8
const A_MINUTE = { messages: 120, kilobytes: 256, topics: 40 } as const
/** A hall's walls, or all the phones in it, may share one address. */
const OF_ONE_ADDRESS = 400

/**
 * Bounds for each socket, and for all of one address together. `now`: monotonic, ms. Open pages ping twelve times a minute, walls
 * tell of themselves six times more.
 */
export function socketLimits(now: () => number): (address: string) => SocketLimits {
  const atAddress = {
    messages: rateLimit(A_MINUTE.messages * OF_ONE_ADDRESS, now),
    kilobytes: rateLimit(A_MINUTE.kilobytes * OF_ONE_ADDRESS, now),
    topics: rateLimit(A_MINUTE.topics * OF_ONE_ADDRESS, now),
  }
  return (address) => {
    const messages = rateLimit(A_MINUTE.messages, now)
    const kilobytes = rateLimit(A_MINUTE.kilobytes, now)
    const topics = rateLimit(A_MINUTE.topics, now)
    return {
      mayHear: (bytes) =>
        messages('') &&
        kilobytes('', bytes / 1024) &&
        atAddress.messages(address) &&
        atAddress.kilobytes(address, bytes / 1024),
      mayListen: (count) => topics('', count) && atAddress.topics(address, count),
    }
  }
}
