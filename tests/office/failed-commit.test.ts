import { expect, test } from 'vitest'
import { momentIn } from '../../gateway/clock.ts'
import { openOffice } from '../../gateway/office/office.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

test('SM4 a commit that is told as failed and is on disk all the same is answered as what it became', async () => {
  const log = memoryLog()
  let fails = false
  const office = await openOffice({
    hallModel: tinyHallModel(),
    log: {
      ...log,
      async append(...given) {
        const end = await log.append(...given)
        if (fails) throw Object.assign(new Error('disk I/O error'), { errcode: 10 })
        return end
      },
    },
    moment: momentIn('Asia/Shanghai'),
    answer: answerBody,
  })
  await office.handle({ type: 'open-counter', counterId: '1' }, 'clerk', 'first')
  fails = true
  const [one, other] = await Promise.all([
    office.handle({ type: 'open-counter', counterId: '2' }, 'clerk', 'second'),
    office.handle({ type: 'open-counter', counterId: '2' }, 'clerk', 'third'),
  ])
  expect([one, other]).toMatchObject([{ ok: true }, { ok: false, code: 'already-so' }])
  expect(await office.handle({ type: 'open-counter', counterId: '2' }, 'clerk', 'second')).toEqual(one)
  expect(office.state.counters.states.get('2')?.state).toBe('open')
})

test('JS13 a commit that failed because another gateway wrote as much is not taken for an own one', async () => {
  const log = memoryLog()
  const other = await openOffice({
    hallModel: tinyHallModel(),
    log,
    moment: momentIn('Asia/Shanghai'),
    answer: answerBody,
  })
  await other.handle({ type: 'open-counter', counterId: '1' }, 'clerk', 'first')
  const one = await openOffice({
    hallModel: tinyHallModel(),
    log,
    moment: momentIn('Asia/Shanghai'),
    answer: answerBody,
  })
  await other.handle({ type: 'open-counter', counterId: '2' }, 'clerk', 'second')
  expect(await one.handle({ type: 'open-counter', counterId: '3' }, 'clerk', 'third')).toMatchObject({
    ok: false,
    code: 'cannot-write',
  })
  expect([...one.state.counters.states.keys()].toSorted()).toEqual(['1', '2'])
  expect(one.state.seq).toBe(other.state.seq)
})
