import { randomInt, scrypt, timingSafeEqual, randomBytes } from 'node:crypto'
import { FULL_COST } from '../contract/password-cost.ts'
import { takeTurns } from '../work/take-turns.ts'

const BYTES = 32
const MOST_WAITING = 50
/** One at a time: each takes memory and a thread that devices need too. */
const inTurn = takeTurns(MOST_WAITING)

function scrypted(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const rounds = { N: 2 ** cost, r: 8, p: 5 }
  return new Promise((done, fail) =>
    scrypt(password.normalize('NFKC'), salt, BYTES, rounds, (broken, key) => (broken ? fail(broken) : done(key))),
  )
}

export interface Passwords {
  /** What is kept of a password: `scrypt:` salt `:` key, and `:` cost where it is not the full one. null = too many want that at once. */
  hash(password: string): Promise<string | null>
  /** Takes as long for a person who is not there (`kept` null) as for one who is. null = too many ask at once. */
  isRight(password: string, kept: string | null): Promise<boolean | null>
}

/** `cost`: of what is kept from now on, as a power of two; what was kept before is looked at by its own. */
export const passwordsOf = (cost: number): Passwords => ({
  async hash(password) {
    const salt = randomBytes(16)
    const key = await inTurn(() => scrypted(password, salt, cost))
    const kept = key && `scrypt:${salt.toString('base64url')}:${key.toString('base64url')}`
    return kept && (cost === FULL_COST ? kept : `${kept}:${cost}`)
  },
  async isRight(password, kept) {
    const [, salt = '', key = '', own = ''] = (kept ?? '').split(':')
    const keptCost = kept === null ? cost : own === '' ? FULL_COST : Number(own)
    const found = await inTurn(() => scrypted(password, Buffer.from(salt, 'base64url'), keptCost))
    if (found === null) return null
    const expected = Buffer.from(key, 'base64url')
    return expected.length === found.length && timingSafeEqual(expected, found)
  },
})

/** Without 0 and O, 1, I and L: it is read aloud and copied by hand. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const spokenCode = (length: number): string =>
  Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** To be typed once, as `7K4Q-2Q9M`: 39 bits, and only so many guesses. */
export const oneTimeCode = (): string => `${spokenCode(4)}-${spokenCode(4)}`

const LEAST_SIGNS = 8
/** Of those that are tried first everywhere. */
const USUAL =
  /^(?:(.)\1+|0?123456789?0?|1234567[89]|87654321|password\d*|qwerty\w*|abc12345\d*|a?1qaz2wsx|iloveyou|admin\d*)$/i

/** Why a password is none: words are made from it. null = it may be one. */
export function passwordFault(password: string, number: string): 'short' | 'long' | 'usual' | null {
  const signs = [...password].length
  if (signs < LEAST_SIGNS) return 'short'
  if (signs > 100) return 'long'
  return USUAL.test(password) || (number !== '' && password.replaceAll(number, '').length < 4) ? 'usual' : null
}
