import { expect, test } from 'vitest'
import { type Press, type Screen, WAITS, nextRatingScreen } from '../../kiosk/rating/next-rating-screen.ts'

const visit = { ticketId: 't1', number: 'A042' }
const other = { ticketId: 't2', number: 'A043' }
const after = (...presses: Press[]): Screen => presses.reduce<Screen>(nextRatingScreen, { name: 'home' })
const came: Press = { type: 'visit', visit }
const grade = (stars: number): Press => ({ type: 'grade', stars })

test('VR5 the waits are 20 seconds for a grade, 8 for a change, 60 for the reasons', () => {
  expect([WAITS.asking, WAITS.thanks, WAITS.low]).toEqual([20_000, 8_000, 60_000])
  for (const [screen, ms] of [
    [after(came), 20_000],
    [after(came, grade(4)), 8_000],
    [after(came, grade(1), { type: 'reason', reason: 'unkind' }), 60_000],
  ] as const) {
    expect(nextRatingScreen(screen, { type: 'quiet', ms: ms - 1 })).toEqual(screen)
    expect(nextRatingScreen(screen, { type: 'quiet', ms })).toEqual({ name: 'home' })
  }
})

test('VR5 the lower two ask what went wrong, the others thank; nothing is chosen before', () => {
  expect([5, 4, 3].map((stars) => after(came, grade(stars)).name)).toEqual(['thanks', 'thanks', 'thanks'])
  expect([2, 1].map((stars) => after(came, grade(stars)))).toEqual(
    [2, 1].map((stars) => ({
      name: 'low',
      visit,
      stars,
      told: { reasons: [], words: '', telephone: null },
      field: 'none',
    })),
  )
  expect(after(came, grade(5), { type: 'change' })).toEqual({ name: 'asking', visit })
  expect(after(grade(5))).toEqual({ name: 'home' })
})

test('VR5 reasons are ticked and unticked, and only what was told gets a code', () => {
  const ticked = after(
    came,
    grade(2),
    { type: 'reason', reason: 'unkind' },
    { type: 'reason', reason: 'money' },
    { type: 'reason', reason: 'unkind' },
  )
  expect(ticked).toMatchObject({ told: { reasons: ['money'] } })
  expect(nextRatingScreen(ticked, { type: 'submit' })).toEqual({ name: 'followed', visit, code: null })
  expect(after(came, grade(2), { type: 'submit' })).toEqual({ name: 'thanks', visit, stars: 2 })
  expect(after(came, grade(2), { type: 'nothing-more' })).toEqual({ name: 'thanks', visit, stars: 2 })
  const left = after(came, grade(2), { type: 'open', field: 'telephone' }, { type: 'telephone', telephone: '000-5550' })
  expect(left).toMatchObject({ field: 'none', told: { telephone: '000-5550' } })
})

test('VR5 the next visitor takes the place of a thank-you, and interrupts nobody who still tells', () => {
  const next: Press = { type: 'visit', visit: other }
  expect(after(came, grade(4), next)).toEqual({ name: 'asking', visit: other })
  expect(after(came, next)).toEqual({ name: 'asking', visit: other })
  expect(after(came, grade(1), next)).toMatchObject({ name: 'low', visit })
  // The same visit shown again is no new question.
  expect(after(came, grade(4), came)).toMatchObject({ name: 'thanks' })
})
