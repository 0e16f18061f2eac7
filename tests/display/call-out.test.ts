import { openAnnouncer } from '../../display/lobby/announce.ts'
import { describe, expect, test } from 'vitest'
import { callOutMachine, nextCallOut, noCallOuts, settledOf, takeUp } from '../../display/lobby/call-out.ts'
import { NOW, call } from '../fixtures/views/display.ts'
import { handStage, manyCalls } from '../support/hand-stage.ts'

describe('call-out', () => {
  test('DC1 forty calls at once are all spoken, in order, none twice', async () => {
    const stage = handStage()
    stage.hear(manyCalls(40))
    stage.hear(manyCalls(40))
    await stage.finish()
    expect(stage.chimes()).toEqual(Array.from({ length: 40 }, (_, nth) => `c${nth}`))
    expect(stage.lit.at(-1)).toBeNull()
  })
  test('DC1 a call in the middle of another waits for its end', async () => {
    const stage = handStage()
    stage.hear(manyCalls(1))
    await stage.finish(1)
    stage.hear([...manyCalls(1, 1), ...manyCalls(1)])
    expect(stage.underWay()).toBe(1)
    expect(stage.chimes()).toEqual(['c0'])
    await stage.finish()
    expect(stage.chimes()).toEqual(['c0', 'c1'])
  })
  test('DC1 calls of the same millisecond keep their order', () => {
    const both = [call({ callId: 'second', calledAt: NOW }), call({ callId: 'first', calledAt: NOW })]
    expect(takeUp(noCallOuts([]), both, NOW).waiting.map(({ callId }) => callId)).toEqual(['first', 'second'])
  })
  test('DC1 a call that was taken back before its turn is not spoken, others are', async () => {
    const stage = handStage()
    stage.hear(manyCalls(3))
    stage.bring({ calls: manyCalls(1, 2).concat(manyCalls(1)), takenBack: ['c1'] })
    await stage.finish()
    expect(stage.chimes()).toEqual(['c0', 'c2'])
  })
  test('DC2 a recall is spoken again', async () => {
    const stage = handStage()
    stage.hear([call()])
    await stage.finish()
    stage.hear([call({ callId: 'again', times: 2, calledAt: NOW }), call()])
    await stage.finish()
    expect(stage.chimes()).toEqual(['c1', 'again'])
  })
  test('DC3 after a reconnect the young ones are spoken, the old ones only listed', async () => {
    const stage = handStage()
    stage.hear([])
    stage.at(NOW + 300_000)
    stage.hear([call({ callId: 'young', calledAt: NOW + 240_000 }), call({ callId: 'old', calledAt: NOW + 239_999 })])
    await stage.finish()
    expect(stage.chimes()).toEqual(['young'])
  })
  test('DC3 after a gap whoever is called now goes first, then the newest of the gap, and what has grown too old meanwhile is only listed', async () => {
    const stage = handStage()
    const missed = [50, 40, 30, 20].map((seconds, nth) =>
      call({ callId: `gap${nth}`, calledAt: NOW - seconds * 1_000 }),
    )
    const fresh = call({ callId: 'fresh', calledAt: NOW - 1_000 })
    stage.hear([fresh, ...missed.toReversed()])
    await stage.finish(1)
    stage.hear([call({ callId: 'newer', calledAt: NOW }), fresh, ...missed.toReversed()])
    await stage.finish(5)
    // Two were said; the gap's turn comes fifteen seconds later.
    stage.at(NOW + 15_000)
    await stage.finish()
    expect(stage.chimes()).toEqual(['fresh', 'newer', 'gap3', 'gap2', 'gap1'])
  })
  test('DC3 a wall that begins anew after the clock was set back lists the calls of before, and speaks those from then on', async () => {
    const before = call({ callId: 'before', calledAt: NOW + 26 * 3_600_000 })
    const stage = handStage()
    stage.hear([before])
    await stage.finish()
    expect(stage.chimes()).toEqual([])
    stage.hear([call({ callId: 'now', calledAt: NOW }), before])
    await stage.finish()
    expect(stage.chimes()).toEqual(['now'])
  })
  test('DC3 a wall that goes on speaks a call though it does not know yet that the clock was set forward', async () => {
    const stage = handStage()
    stage.hear([call({ callId: 'before', calledAt: NOW })])
    await stage.finish()
    stage.hear([call({ callId: 'ahead', calledAt: NOW + 26 * 3_600_000 })])
    await stage.finish()
    expect(stage.chimes()).toEqual(['before', 'ahead'])
  })
  test('DC15 who was missed, called anew or sent on while the call waited is not spoken, and who has come not before others', async () => {
    const stage = handStage()
    const standings = ['called', 'come', 'missed', 'over', 'called'] as const
    stage.hear(manyCalls(5))
    const later = manyCalls(5).map((one, nth) => ({ ...one, standing: standings[4 - nth] ?? 'over' }))
    stage.hear(later)
    await stage.finish()
    expect(stage.chimes()).toEqual(['c0', 'c4'])
  })
  test('DC15 who has come is still called when nobody is awaited', async () => {
    const stage = handStage()
    stage.hear(manyCalls(3))
    stage.hear(manyCalls(3).map((one) => ({ ...one, standing: 'come' })))
    await stage.finish()
    expect(stage.chimes()).toEqual(['c0', 'c1', 'c2'])
  })
  test('DC15 a call that its screen no longer lists is not spoken', async () => {
    const stage = handStage()
    stage.hear(manyCalls(3))
    stage.hear(manyCalls(1, 2))
    await stage.finish()
    expect(stage.chimes()).toEqual(['c0', 'c2'])
  })
  test('DC4 a reload repeats nothing that was begun and speaks what waited', async () => {
    const before = handStage()
    before.hear(manyCalls(3))
    await before.finish(4)
    expect(before.chimes()).toEqual(['c0', 'c1'])
    const after = handStage({ kept: before.kept() ?? '' })
    after.hear(manyCalls(3))
    await after.finish()
    expect(after.chimes()).toEqual(['c2'])
  })
  test('DC5 at most 200 calls are remembered, the newest', () => {
    const outs = manyCalls(500)
      .reverse()
      .reduce((before, one) => takeUp(before, [one], NOW), noCallOuts([]))
    expect(outs.known).toHaveLength(200)
    expect(outs.known.at(-1)).toBe('c499')
    expect(outs.waiting).toHaveLength(500)
    expect(settledOf(outs)).toEqual([])
  })
  test('DC6 a clip that breaks does not stop the row', async () => {
    const stage = handStage({ breaks: true })
    stage.hear(manyCalls(3))
    await stage.finish()
    expect(stage.lit).toEqual(['c0', 'c1', 'c2', null])
  })
  test('DC7 the chime comes first, also on the first call of the day', async () => {
    const stage = handStage()
    stage.hear([call()])
    await stage.finish()
    expect(stage.clips.map(({ clip }) => clip)).toEqual([
      'chime',
      'qing',
      'A',
      'd0',
      'd4',
      'd2',
      'hao',
      'dao',
      'shi',
      'd2',
      'chuangkou',
    ])
  })
  test('DC9 a silent hour says nothing, and still shows each call large in its turn', async () => {
    const stage = handStage({ volume: 0 })
    stage.hear(manyCalls(3))
    await stage.finish()
    expect(stage.clips).toEqual([])
    expect(stage.lit).toEqual(['c0', 'c1', 'c2', null])
  })
  test('DC10 a call is said as often as the hall wants, after one chime; in a crowd each once', async () => {
    const twice = handStage({ times: 2 })
    twice.hear(manyCalls(1))
    await twice.finish()
    expect(twice.clips.filter(({ clip }) => clip === 'chuangkou')).toHaveLength(2)
    expect(twice.chimes()).toEqual(['c0'])
    const crowd = handStage({ times: 2 })
    crowd.hear(manyCalls(40))
    await crowd.finish()
    const said = crowd.clips.filter(({ clip }) => clip === 'chuangkou').map(({ callId }) => callId)
    // The last six are said twice again.
    expect(said).toHaveLength(40 + 6)
    expect([...new Set(said)]).toEqual(Array.from({ length: 40 }, (_, nth) => `c${nth}`))
  })
  test('DC7 the machine goes idle → chime → speak → gap → idle, and a call never cuts in', () => {
    const ended = { type: 'ended' } as const
    expect(callOutMachine.initialState.value).toBe('idle')
    const row = [
      nextCallOut('idle', { type: 'call' }),
      nextCallOut('chime', ended),
      nextCallOut('speak', ended),
      nextCallOut('gap', ended),
    ]
    expect(row).toEqual(['chime', 'speak', 'gap', 'idle'])
    for (const state of ['chime', 'speak', 'gap'] as const) expect(nextCallOut(state, { type: 'call' })).toBe(state)
  })
  test('DC13 each language of the screen is spoken in its order; one that lacks a clip is passed over', async () => {
    const both = handStage({ languages: ['zh-Hans', 'en'], english: true })
    both.hear([call()])
    await both.finish()
    expect(
      both
        .said()
        .slice(-6)
        .map((line) => line.slice(3)),
    ).toEqual(['en d0', 'en d4', 'en d2', 'en please', 'en n12'].map((line) => line).toSpliced(0, 0, 'en A'))
    expect(both.said()[1]).toBe('c1 zh-Hans qing')
    const one = handStage({ languages: ['en', 'zh-Hans'] })
    one.hear([call()])
    await one.finish()
    expect(one.said().filter((line) => line.includes(' en ') && !line.endsWith('chime'))).toEqual([])
    expect(one.said().at(-1)).toBe('c1 zh-Hans chuangkou')
  })
  test.each(['{', 'null', '{"a":1}', '[1,null]'])('DC8 spoilt memory %s stops nothing', async (kept) => {
    const stage = handStage({ kept })
    stage.hear([call()])
    await stage.finish()
    expect(stage.chimes()).toEqual(['c1'])
  })
  test('DC8 storage that refuses stops nothing', async () => {
    const chimes: string[] = []
    const refuse = (): never => {
      throw new Error('refused')
    }
    const announcer = openAnnouncer({
      speaker: { has: () => true, play: async (list, _, onClip) => list.forEach((clip) => onClip(clip, true)) },
      memory: { getItem: refuse, setItem: refuse },
      now: () => NOW,
      pause: async () => {},
      manner: () => ({ volume: 1, times: 1, onceFrom: 6, languages: ['zh-Hans'], emergencyVolume: 1 }),
      onSpeaking: () => {},
      onClip: ({ clip, callId }) => void (clip === 'chime' && chimes.push(callId)),
    })
    announcer.hear({ calls: manyCalls(2), takenBack: [], announcements: [], emergency: null })
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    expect(chimes).toEqual(['c0', 'c1'])
  })
})
