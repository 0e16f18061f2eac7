import { expect, test } from 'vitest'
import { askedWords } from '../../gateway/contract/asked.ts'
import { command } from '../../gateway/contract/commands.ts'
import { withAliases } from '../../gateway/catalogue/with-aliases.ts'
import { consultationsShown } from '../../gateway/views/consultations-view.ts'
import { errandsShown } from '../../gateway/views/errand-view.ts'
import { sheetOfErrand } from '../../gateway/outputs/sheet-of-errand.ts'
import { type Story, given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const MINUTE = 60_000
const SU = 'staff 0341'
const A = 'staff 0345'
const reading = (story: Story, minutesLater = 0) =>
  readAt(tinyHallModel(), story.state, (story.events.at(-1)?.at ?? 0) + minutesLater * MINUTE)
const note = { type: 'note-consultation', words: '居住证在哪办', outcome: 'open' } as const

test('CG4 a question is noted with what became of it; half a note is refused', () => {
  const story = given()
  const id = () => story.state.consultations.open[0]?.id ?? ''
  story.when({ ...note, words: null }, SU).refused('consultation-empty')
  story.when({ ...note, outcome: 'handed-on' }, SU).refused('consultation-to-whom')
  story.when({ ...note, to: { kind: 'person', id: '0345' } }, SU).refused('consultation-to-whom')
  story.when({ ...note, matterId: 'none' }, SU).refused('unknown-matter')
  const to = (kind: 'counter' | 'department', of: string) =>
    story.when({ ...note, outcome: 'handed-on', to: { kind, id: of } }, SU)
  to('counter', '99').refused('unknown-counter')
  to('department', 'none').refused('unknown-department')
  story.when({ type: 'note-consultation', matterId: 'licence', outcome: 'answered' }, SU).accepted('consultation-noted')
  expect(story.state.consultations.open).toEqual([])
  story.when(note, SU).accepted('consultation-noted')
  story.when({ type: 'hand-on-consultation', consultationId: id(), to: { kind: 'department', id: 'scjg' } }, SU)
  expect(consultationsShown(reading(story)).open).toMatchObject([
    { byName: '工号 0341', words: '居住证在哪办', to: '市场监督管理局', light: 'open' },
  ])
  story.when({ type: 'answer-consultation', consultationId: id() }, A).accepted('consultation-answered')
  story.when({ type: 'answer-consultation', consultationId: 'none' }, A).refused('consultation-over')
  expect(story.state.consultations).toMatchObject({ open: [], today: { noted: 2, answered: 2, handedOn: 1 } })
})

test('CG4 a telephone or ID number is not taken', () => {
  for (const words of ['13800001111 问', '１３８ ０００１ １１１１', '身份证 110101-19900101'])
    expect([words, command.safeParse({ ...note, words }).success]).toEqual([words, false])
  expect(command.safeParse({ ...note, words: '2026 年的社保' }).success).toBe(true)
})

test('CG5 without an answer it is late after half an hour, and overdue from the next day on', () => {
  const story = given().when(note, SU)
  const light = (later: number) => consultationsShown(reading(story, later)).open[0]?.light
  expect([light(29), light(31)]).toEqual(['open', 'late'])
  story.onDay('2026-03-19').when({ type: 'take-ticket', queueId: 'A' })
  expect(consultationsShown(reading(story))).toMatchObject({ open: [{ light: 'overdue' }], today: { noted: 0 } })
})

test('CG6 words with a person’s number in them are none', () => {
  const read = (text: string) => askedWords.safeParse(text).data ?? null
  expect([read(' 居住证  办理'), read('ＪＺＺ'), read('过户')]).toEqual(['居住证 办理', 'jzz', '过户'])
  expect([read('a037 2231'), read('1381'), read('张'), read('1 2 3'), read('很'.repeat(21))]).toEqual(
    Array(5).fill(null),
  )
})

test('CG7 a decided word is another name of its matter and makes it wanted; taken back it is neither', () => {
  const story = given().when({ ...note, matterId: 'licence', words: 'ＹＹＺＺ', notFound: true }, SU)
  expect(story.state.asked.atDesk.get('yyzz')).toMatchObject({ count: 1, matters: new Map([['licence', 1]]) })
  const review = (matterId: string | null) =>
    story.when({ type: 'review-alias', words: 'yyzz', matterId, wanted: 3 }, 'staff 0301')
  review('none').refused('unknown-matter')
  review('licence').accepted('alias-reviewed')
  review('licence').refused('already-so')
  expect(story.state.asked.atDesk.size).toBe(0)
  const matters = [...tinyHallModel().matters.values()]
  const named = () => withAliases(matters, story.state.asked.aliases.values()).find(({ id }) => id === 'licence')
  expect(named()).toMatchObject({ aliases: ['yyzz'], popular: 12 })
  review(null).accepted('alias-reviewed')
  expect([named()?.aliases, [...story.state.asked.refused]]).toEqual([[], ['yyzz']])
  story.when({ type: 'withdraw-alias', words: 'yyzz' }).accepted('alias-withdrawn')
  expect([story.state.asked.refused.size, story.state.asked.reviews]).toEqual([0, 3])
  story.when({ type: 'withdraw-alias', words: 'yyzz' }).refused('already-so')
})

const errand = (): Story =>
  given()
    .when({ type: 'take-ticket', matterId: 'licence' })
    .when(
      {
        type: 'open-errand',
        items: [
          { matterId: 'licence', ticketId: null },
          { matterId: 'far', ticketId: null },
        ],
        note: null,
      },
      SU,
    )
const firstOf = (story: Story) => {
  const [one] = story.state.errands.open
  if (!one) throw new Error('no errand')
  return one
}

test('AS1 matters and numbers with a code; a number is part of one errand, and its end ticks it', () => {
  const story = errand().accepted('errand-opened')
  const { id: errandId, code, items } = firstOf(story)
  const [first, second] = items.map(({ id }) => id)
  const ticketId = story.ticket('B001').id
  expect(code).toBe('帮1')
  const number = (itemId: string, of = ticketId) =>
    story.when({ type: 'number-errand-item', errandId, itemId, ticketId: of }, SU)
  number(first ?? '', 'none').refused('unknown-ticket')
  number(first ?? '').accepted('errand-item-numbered')
  number(first ?? '').refused('already-so')
  number(second ?? '').refused('errand-has-number')
  story
    .when({ type: 'open-errand', items: [{ matterId: 'licence', ticketId }], note: null }, A)
    .refused('errand-has-number')
  story
    .when({ type: 'open-errand', items: [{ matterId: 'none', ticketId: null }], note: null })
    .refused('unknown-matter')
  expect(errandsShown(reading(story))[0]?.items).toMatchObject([
    { number: 'B001', state: 'waiting', isDone: false },
    { number: null, isDone: false },
  ])
  for (const type of ['open-counter', 'call-next', 'serve-ticket', 'finish-ticket'] as const)
    story.when({ type, counterId: '1' })
  story.when({ type: 'tick-errand-item', errandId, itemId: second ?? '', isDone: true }, SU)
  expect(errandsShown(reading(story))[0]?.items.map(({ isDone }) => isDone)).toEqual([true, true])
  for (let more = 0; more < 10; more += 1)
    story.when({ type: 'add-errand-item', errandId, item: { matterId: 'far', ticketId: null } }, SU)
  story
    .when({ type: 'add-errand-item', errandId, item: { matterId: 'far', ticketId: null } }, SU)
    .refused('errand-full')
  story.when({ type: 'close-errand', errandId, outcome: 'done' }, SU).accepted('errand-closed')
  story.when({ type: 'take-errand', errandId }, A).refused('errand-over')
})

test('AS2 handed on with a word, taken by one, gone with the day', () => {
  const story = errand()
  const { id: errandId } = firstOf(story)
  story.when({ type: 'take-errand', errandId }, SU).refused('already-so')
  const handOn = { type: 'hand-on-errand', errandId, to: '0345', note: '材料在她手里' } as const
  story.when(handOn, SU).accepted('errand-handed-on')
  story.when(handOn, SU).refused('already-so')
  expect(errandsShown(reading(story))).toMatchObject([{ holder: null, forName: '工号 0345', note: '材料在她手里' }])
  story.when({ type: 'take-errand', errandId }, A).accepted('errand-taken')
  expect(errandsShown(reading(story))).toMatchObject([{ holder: A, holderName: '工号 0345', forName: null }])
  story.onDay('2026-03-19').when({ type: 'take-ticket', queueId: 'A' })
  expect(story.state.errands).toEqual({ open: [], given: 0 })
})

test('AS3 one slip has all matters, numbers and places, and leads to the page of the first number', () => {
  const story = errand()
  const { id: errandId, items } = firstOf(story)
  const { id: ticketId, token } = story.ticket('B001')
  story.when({ type: 'number-errand-item', errandId, itemId: items[0]?.id ?? '', ticketId }, SU)
  story.when({ type: 'print-errand', errandId, printerId: 'none' }, SU).refused('unknown-printer')
  story.when({ type: 'print-errand', errandId, printerId: 'PR1' }, SU).accepted('list-ordered')
  const ordered = story.events.findLast(({ type }) => type === 'list-ordered')
  const paper = ordered?.type === 'list-ordered' ? ordered.errand : undefined
  if (!paper) throw new Error('no paper')
  expect(sheetOfErrand(reading(story), paper, 'http://hall', 0)).toMatchObject({
    title: '帮办单 帮1',
    heading: '2 件事，一件一件办',
    materials: [
      { name: 'B001 营业执照补领、换发', how: expect.stringContaining('A 区') as string, brought: false },
      { name: '不在窗口办的事项', how: '还没取号' },
    ],
    url: `http://hall/t/${token}`,
    scan: '手机扫码看 B001 叫到哪里',
  })
  story.when({ type: 'take-ticket', queueId: 'A' })
  const both = { code: '帮1', items: [paper.items[0], { matterId: 'far', ticketId: story.ticket('A001').id }] }
  expect(sheetOfErrand(reading(story), both as typeof paper, 'http://hall', 0)).toMatchObject({
    materials: [{}, { name: 'A001 不在窗口办的事项' }],
    url: `http://hall/t/${token}`,
    scan: '手机扫码看 B001 叫到哪里',
  })
})
