import { expect, test } from 'vitest'
import { limitGuesses } from '../../gateway/cases/limit-guesses.ts'
import { booking } from '../../gateway/contract/booking.ts'
import { bookingBounds } from '../../gateway/server/booking-bounds.ts'
import { guessGuard } from '../../gateway/server/guess-guard.ts'
import { rateLimit } from '../../gateway/server/rate-limit.ts'

const MINUTE = 60_000

test('DO14 one phone that guesses is stopped; the next one behind the same address is not', () => {
  let at = 0
  const guesses = guessGuard(() => at)
  const one = { device: 'one', address: 'a' }
  for (let nth = 0; nth < 10; nth += 1) {
    expect(guesses.isSpent(one, `R-${nth}`)).toBe(false)
    guesses.note(one, `R-${nth}`)
  }
  expect(guesses.isSpent(one, 'R-99')).toBe(true)
  expect(guesses.isSpent({ device: 'two', address: 'a' }, 'R-99')).toBe(false)
  at = 10 * MINUTE
  expect(guesses.isSpent(one, 'R-99')).toBe(false)
})

test('DO14 a phone that throws its number away gains nothing, and an address has a bound of its own', () => {
  const guesses = guessGuard(() => 0)
  const nobody = { device: null, address: 'a' }
  for (let nth = 0; nth < 10; nth += 1) guesses.note(nobody, null)
  expect(guesses.isSpent(nobody, null)).toBe(true)
  for (let nth = 0; nth < 90; nth += 1) guesses.note({ device: `d${nth}`, address: 'a' }, null)
  expect(guesses.isSpent({ device: 'fresh', address: 'a' }, null)).toBe(true)
  expect(guesses.isSpent({ device: 'fresh', address: 'b' }, null)).toBe(false)
})

test('DO14 one receipt bears eight guesses in ten minutes, whoever guesses', () => {
  let at = 0
  const guesses = guessGuard(() => at)
  for (let nth = 0; nth < 8; nth += 1) guesses.note({ device: `d${nth}`, address: `a${nth}` }, 'R-1')
  expect(guesses.isSpent({ device: 'x', address: 'x' }, 'R-1')).toBe(true)
  expect(guesses.isSpent({ device: 'x', address: 'x' }, 'R-2')).toBe(false)
  at = 10 * MINUTE
  expect(guesses.isSpent({ device: 'x', address: 'x' }, 'R-1')).toBe(false)
})

test('DO14 ten visitors who mistype at one terminal do not stop the eleventh', () => {
  const guesses = guessGuard(() => 0)
  for (let nth = 0; nth < 30; nth += 1) guesses.note({ terminal: 'K1' }, `R-${nth}`)
  expect(guesses.isSpent({ terminal: 'K1' }, 'R-99')).toBe(false)
})

test('DO14 who comes with ever new names fills no memory and pushes out no limit that holds', () => {
  const note = limitGuesses(1, MINUTE, () => 0)
  const may = rateLimit(1, () => 0)
  const from = performance.now()
  for (let nth = 0; nth < 50_000; nth += 1) {
    note.note(`k${nth}`)
    may(`k${nth}`)
  }
  // A loop over all keys for each would take minutes.
  expect(performance.now() - from).toBeLessThan(5_000)
  expect([note.isSpent('k49999'), may('k49999')]).toEqual([true, false])
})

test('DO16 a phone and an address book so many places in a day', () => {
  let at = 0
  const set = booking.parse({ slots: ['10:00'], places: { A: 1 }, perPhone: 2, perAddress: 3 })
  const bounds = bookingBounds(set, () => at)
  const phone = (device: string | null) => ({ device, address: 'a' })
  bounds.note(phone('one'))
  expect(bounds.mayBook(phone('one'))).toBe(true)
  bounds.note(phone('one'))
  expect([bounds.mayBook(phone('one')), bounds.mayBook(phone('two'))]).toEqual([false, true])
  bounds.note(phone(null))
  expect([bounds.mayBook(phone('two')), bounds.mayBook({ device: 'two', address: 'b' })]).toEqual([false, true])
  at = 24 * 60 * MINUTE
  expect(bounds.mayBook(phone('one'))).toBe(true)
})
