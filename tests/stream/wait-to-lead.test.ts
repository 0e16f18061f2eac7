import { expect, test } from 'vitest'
import type { WhoLeads } from '../../gateway/stream/lead-desk.ts'
import { JetStreamApiError } from '@nats-io/jetstream'
import { waitToLead } from '../../gateway/stream/wait-to-lead.ts'

/** `who`: what is heard so many milliseconds after the beginning. Gives what was done and when. */
async function play(who: (ms: number) => WhoLeads, refusals = 0, stopAfter = 6_000) {
  const began = performance.now()
  const did: string[] = []
  let left = refusals
  const note = (what: string): void => void did.push(`${what} ${Math.round((performance.now() - began) / 100) / 10}`)
  const leads = await waitToLead({
    desk: { ask: async () => who(performance.now() - began) },
    log: {
      catchUp: async () => [],
      async takeOver() {
        if (left-- <= 0) return
        note('refused')
        throw new JetStreamApiError({ code: 400, err_code: 10071, description: 'wrong last sequence: 9' })
      },
    },
    follow() {
      note('follows')
      return { stop: async () => note('stops') }
    },
    onRows: () => {},
    stopped: () => performance.now() - began > stopAfter,
  })
  const tookMs = performance.now() - began
  return { leads, did: did.map((one) => one.split(' ')[0]), tookMs }
}
const other = { writer: 'other' }

test('TG5 where nobody leads a gateway does so at once', async () => {
  const { leads, did, tookMs } = await play(() => 'nobody')
  expect([leads, did, tookMs < 500]).toEqual([true, [], true])
})
test('TG5 whoever has said goodbye is not waited for', async () => {
  const left = await play((ms) => (ms < 300 ? other : 'left'))
  expect([left.leads, left.did, left.tookMs < 600]).toEqual([true, ['follows', 'stops'], true])
})
test('TG5 one that was followed and hung up is waited for half a second: it may only have lost its line', async () => {
  const gone = await play((ms) => (ms < 300 ? other : 'nobody'))
  expect([gone.leads, gone.did]).toEqual([true, ['follows', 'stops']])
  expect(gone.tookMs).toBeGreaterThan(750)
  const back = await play((ms) => (ms > 300 && ms < 600 ? 'nobody' : other), 0, 1_500)
  expect([back.leads, back.did]).toEqual([false, ['follows']])
})
test('TG5 silence is waited for longer; a line of one’s own that is down says nothing about the other', async () => {
  const silent = await play((ms) => (ms < 300 ? other : 'silent'))
  expect([silent.leads, silent.tookMs > 1_700]).toEqual([true, true])
  const down = await play((ms) => (ms < 300 ? other : 'unknown'), 0, 2_500)
  expect(down.leads).toBe(false)
})
test('TG5 whoever is refused by the engine goes on following', async () => {
  const { leads, did } = await play((ms) => (ms < 200 || (ms > 1_300 && ms < 1_800) ? other : 'nobody'), 1)
  expect([leads, did]).toEqual([true, ['follows', 'stops', 'refused', 'follows', 'stops']])
})
