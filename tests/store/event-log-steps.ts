import { describe, expect, test } from 'vitest'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import type { EventLog } from '../../gateway/store/event-log.ts'
import { findDamage } from '../../gateway/store/find-damage.ts'

export const counterEvent = (seq: number): LoggedEvent => ({
  type: 'counter-opened',
  counterId: String(seq),
  seq,
  at: 1000 + seq,
  actor: '张',
  commandId: null,
})
const event = counterEvent

/** What every engine of the log must do. `open`: a log that is empty. */
export function eventLogSteps(name: string, open: () => EventLog | Promise<EventLog>): void {
  describe(`the ${name} log`, () => {
    test('L1 refuses a wrong sequence and writes nothing then', async () => {
      const log = await open()
      await log.append(0, [event(1), event(2)], [])
      await expect(log.append(1, [event(2)], [{ commandId: 'x', at: 1, body: 1 }])).rejects.toThrow('wrong sequence')
      expect((await log.end()).seq).toBe(2)
      expect(await log.answersSince(0)).toEqual([])
    })
    test('L2 gives events back as they were, in pages', async () => {
      const log = await open()
      await log.append(0, [event(1), event(2), event(3)], [])
      expect(await log.read(1, 1)).toEqual([event(2)])
      expect(await log.read(0, 10)).toEqual([event(1), event(2), event(3)])
    })
    test('L3 gives answers back, and forgets the old', async () => {
      const log = await open()
      await log.append(
        0,
        [event(1)],
        [
          { commandId: 'a', at: 5, body: { ok: true } },
          { commandId: 'b', at: 50, body: null },
        ],
      )
      expect(await log.answersSince(50)).toEqual([{ commandId: 'b', at: 50, body: null }])
      expect(await log.answersSince(51)).toEqual([])
    })
    test('L3 an answer given again under the same id replaces the first', async () => {
      const log = await open()
      await log.append(0, [], [{ commandId: 'a', at: 5, body: 1 }])
      await log.append(0, [], [{ commandId: 'a', at: 6, body: { said: '2' } }])
      expect(await log.answersSince(0)).toEqual([{ commandId: 'a', at: 6, body: { said: '2' } }])
    })
    test('L1 the refusal of a wrong sequence names both', async () => {
      const log = await open()
      await log.append(0, [event(1), event(2)], [])
      await expect(log.append(5, [event(6)], [])).rejects.toThrow('wrong sequence: log is at 2, writer at 5')
      await log.append(2, [event(3)], [])
      expect(await log.read(2, 10)).toEqual([event(3)])
      await log.close()
    })
    test('L4 an untouched log verifies', async () => {
      const log = await open()
      await log.append(0, [event(1), event(2)], [])
      expect(await findDamage(log, await log.end())).toMatchObject({ rows: 2, damages: [] })
    })
  })
}
