import { expect, test } from 'vitest'
import { ratingView } from '../../gateway/views/rating-view.ts'
import { gradesShown } from '../../gateway/views/rating-view.ts'
import { nothingLive, plainReading } from '../../gateway/views/plain-reading.ts'
import type { Report } from '../../gateway/contract/commands.ts'
import { given, type Story } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const hallModel = tinyHallModel()

/** One visitor of queue B, served and gone. */
function visit(story: Story, counterId = '1'): Story {
  return story
    .when({ type: 'take-ticket', queueId: 'B' })
    .when({ type: 'call-next', counterId })
    .when({ type: 'serve-ticket', counterId })
    .when({ type: 'finish-ticket', counterId })
}
const opened = (): Story => given(hallModel).when({ type: 'open-counter', counterId: '1' })
const rate = (stars: number, via: 'tablet' | 'phone' | 'button', ticketId: string | null = null) =>
  ({ type: 'rate-visit', counterId: '1', stars, via, ticketId }) as const

test('VR1 a visit is rated once, and changed from the same place within a minute only', () => {
  const story = visit(opened())
  story.when(rate(4, 'tablet')).accepted('visit-rated')
  story.when(rate(4, 'tablet')).accepted()
  story.when(rate(5, 'phone', story.ticket('B001').id)).refused('rated-already')
  story.when(rate(5, 'button')).refused('rated-already')
  story.when(rate(3, 'tablet')).accepted('visit-rated')
  story.later(1).when(rate(5, 'tablet')).refused('rated-already')
  expect(story.state.ratings.given.get(story.ticket('B001').id)?.stars).toBe(3)
})

test('VR1 at the counter within five minutes, by phone all day, and never somebody else’s visit', () => {
  const story = visit(opened())
  const first = story.ticket('B001').id
  story
    .later(5)
    .when(rate(4, 'tablet', first))
    .refused('nobody-to-rate')
  story.when({ ...rate(4, 'phone', first), counterId: '3' }).refused('nobody-to-rate')
  story.when(rate(4, 'phone', first)).accepted('visit-rated')
  story.when({ type: 'take-ticket', queueId: 'B' })
  story.when(rate(4, 'phone', story.ticket('B002').id)).refused('nobody-to-rate')
  // A finish that was a slip of the finger is no visit that has ended.
  visit(story).when({ type: 'undo-step', counterId: '1' })
  story.when(rate(1, 'tablet')).refused('nobody-to-rate')
})

test('VR2 a low grade opens a case by the hall’s calendar, a better one takes it back, reasons come once', () => {
  const story = visit(opened())
  story.when(rate(2, 'tablet')).accepted('visit-rated', 'grievance-filed')
  // Wednesday, 18 March 2026, by a calendar that knows no holidays.
  expect(story.events.at(-1)).toMatchObject({ stars: 2, counterId: '1', number: 'B001', day: '2026-03-18' })
  expect(story.events.at(-1)).toMatchObject({ contactBy: '2026-03-19', settleBy: '2026-04-08' })
  story.when(rate(1, 'tablet')).accepted('visit-rated')
  story.when(rate(3, 'tablet')).accepted('visit-rated', 'grievance-withdrawn')
  const ticketId = story.ticket('B001').id
  const why = {
    type: 'explain-rating',
    ticketId,
    reasons: ['unkind'],
    hasWords: true,
    hasContact: false,
  } satisfies Report
  story.when(why).refused('nobody-to-rate')
  story.when(rate(1, 'tablet')).accepted('visit-rated', 'grievance-filed')
  story.when(why).accepted('grievance-explained')
  story.when(why).refused('rated-already')
  story.later(11)
  visit(story).when(rate(2, 'tablet')).later(10)
  story.when({ ...why, ticketId: story.ticket('B002').id }).refused('nobody-to-rate')
})

test('VR3 the counter’s own line moves by whole fives', () => {
  const story = opened()
  const shown = () =>
    gradesShown(
      plainReading({ hallModel, state: story.state, now: story.events.at(-1)?.at ?? 0, live: nothingLive }),
      '1',
    )
  for (const [nth, stars] of [5, 5, 4, 1].entries()) {
    visit(story).when(rate(stars, 'tablet'))
    expect(shown(), `after ${nth + 1}`).toEqual([0, 0, 0, 0, 0])
  }
  visit(story).when(rate(3, 'tablet'))
  expect(shown()).toEqual([1, 0, 1, 1, 2])
  // A change of a single grade shows no more than a single grade would.
  story.when(rate(5, 'tablet'))
  expect(shown()).toEqual([1, 0, 1, 1, 2])
  expect(story.state.ratings.byCounter.get('1')?.counts).toEqual([1, 0, 0, 1, 3])
})

test('VR1 the tablet asks about who left last, until the next is served or the visit is old', () => {
  const story = visit(opened())
  const now = () => story.events.at(-1)?.at ?? 0
  const shown = (at = now()) =>
    ratingView(plainReading({ hallModel, state: story.state, now: at, live: nothingLive }), '1')?.visit
  expect(shown()).toMatchObject({ number: 'B001', stars: null, isExplained: false })
  expect(shown(now() + 5 * 60_000)).toBeNull()
  story.when(rate(5, 'tablet'))
  expect(shown()).toMatchObject({ number: 'B001', stars: 5 })
  story.when({ type: 'take-ticket', queueId: 'B' }).when({ type: 'call-next', counterId: '1' })
  expect(shown()).toMatchObject({ number: 'B001' })
  story.when({ type: 'serve-ticket', counterId: '1' })
  expect(shown()).toBeNull()
})

test('VR2 sums of a day stay when the day is over, grades do not', () => {
  const story = visit(opened()).when(rate(5, 'tablet'))
  story.onDay('2026-03-19', 600, 4).when({ type: 'open-counter', counterId: '1' })
  expect(story.state.ratings.given.size).toBe(0)
  visit(story).when(rate(2, 'tablet'))
  expect(story.state.ratings.days).toEqual([
    { day: '2026-03-18', counts: [0, 0, 0, 0, 1] },
    { day: '2026-03-19', counts: [0, 1, 0, 0, 0] },
  ])
})
