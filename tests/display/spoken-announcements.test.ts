import { describe, expect, test } from 'vitest'
import { emergencyPhrase, emergencyPhrases } from '../../display/lobby/voice/emergency-phrase.ts'
import { emergencyTemplates } from '../../gateway/contract/emergency.ts'
import { NOW } from '../fixtures/views/display.ts'
import { handStage, manyCalls } from '../support/hand-stage.ts'

describe('spoken announcements', () => {
  test('DC11 an emergency cuts in at once, holds every call, and gives them back in order when it is lifted', async () => {
    const stage = handStage()
    stage.hear(manyCalls(2))
    await stage.finish(1)
    expect(stage.chimes()).toEqual(['c0'])
    stage.bring({ emergency: { id: 'e1', spoken: '请马上离开大厅。', titleEn: null } })
    await stage.finish(8)
    const during = stage.said().slice(stage.said().findIndex((one) => one.startsWith('e1')))
    expect(during.slice(0, 2)).toEqual(['e1 zh-Hans alarm', 'e1 zh-Hans s-leave'])
    expect(during.every((one) => one.startsWith('e1'))).toBe(true)
    expect(stage.lit.at(-1)).toBeNull()
    stage.bring({ emergency: null })
    await stage.finish()
    // What was cut is said again from its start.
    expect(stage.chimes()).toEqual(['c0', 'c0', 'c1'])
  })
  test('DC11 a sentence without a clip sends people to the screen, once', () => {
    expect(
      emergencyPhrase('演练：请马上离开大厅。走安全出口，哪个近走哪个。去后院集合。跟着老王走。', 'zh-Hans'),
    ).toEqual(['s-drill', 's-leave', 's-exit-near', 's-screen'])
  })
  test('DC11 every sentence of the prepared emergencies has a clip, in both languages, drill or not', () => {
    const prepared = emergencyTemplates.parse(undefined)
    expect(prepared.length).toBeGreaterThan(2)
    for (const { title, titleEn, lines } of prepared) {
      expect(emergencyPhrase(`演练：${[title, ...lines].join('。')}。`, 'zh-Hans')).toHaveLength(2 + lines.length)
      expect(emergencyPhrase([title, ...lines].join('。'), 'zh-Hans')).not.toContain('s-screen')
      expect(emergencyPhrase(`Drill: ${titleEn}`, 'en')).not.toContain('s-screen')
    }
  })
  test('DC11 Chinese is said first and always, English after it where the screen speaks English', () => {
    const one = { spoken: '演练：请马上离开大厅。', titleEn: 'Drill: Leave the hall now.' }
    const chinese = { language: 'zh-Hans', list: ['s-drill', 's-leave'] }
    expect(emergencyPhrases(one, ['en'])).toEqual([chinese, { language: 'en', list: ['s-drill', 's-leave'] }])
    expect(emergencyPhrases(one, ['mn-Mong'])).toEqual([chinese])
    expect(emergencyPhrases({ ...one, titleEn: null }, ['zh-Hans', 'en'])).toEqual([chinese])
  })
  test('DC12 an announcement goes before the calls that wait, once, and what has no clips is only shown', async () => {
    const stage = handStage()
    const one = { at: NOW, rank: 'ordinary' as const, text: { 'zh-Hans': '挪车' }, times: 1, until: NOW + 60_000 }
    const spoken = { ...one, announcementId: 'a1', spoken: { 'zh-Hans': ['a-plate', '#蒙A0', 'a-move'] } }
    stage.bring({ calls: manyCalls(3) })
    stage.bring({
      announcements: [
        spoken,
        { ...one, announcementId: 'a2', spoken: {} },
        { ...spoken, announcementId: 'a3', until: NOW },
      ],
    })
    await stage.finish()
    expect(stage.chimes()).toEqual(['c0', 'a1', 'c1', 'c2'])
    expect(stage.said().filter((line) => line.startsWith('a'))).toEqual(
      ['chime', 'a-plate', 'p8499', 'A', 'd0', 'a-move'].map((clip) => `a1 zh-Hans ${clip}`),
    )
  })
  test('DC12 calls that wait go between the repeats of an announcement; one that was stopped is not repeated', async () => {
    const stage = handStage()
    const text = { 'zh-Hans': '挪车' }
    const one = {
      at: NOW,
      rank: 'ordinary' as const,
      text,
      times: 3,
      until: NOW + 60_000,
      spoken: { 'zh-Hans': ['a-move'] },
    }
    stage.bring({ announcements: [{ ...one, announcementId: 'a1' }] })
    stage.bring({ calls: manyCalls(2) })
    await stage.finish(5)
    stage.bring({ calls: manyCalls(5) })
    await stage.finish()
    expect(stage.chimes()).toEqual(['a1', 'c0', 'c1', 'a1', 'c2', 'c3', 'c4', 'a1'])
    const stopped = handStage()
    stopped.bring({ announcements: [{ ...one, announcementId: 'a2' }], calls: manyCalls(1) })
    await stopped.finish(2)
    stopped.bring({ announcements: [] })
    await stopped.finish()
    expect(stopped.chimes()).toEqual(['a2', 'c0'])
  })
  test('DC12 an announcement that an emergency cut is said as often as it was to be', async () => {
    const stage = handStage()
    const one = { at: NOW, rank: 'ordinary' as const, text: { 'zh-Hans': '挪车' }, times: 2, until: NOW + 60_000 }
    stage.bring({ announcements: [{ ...one, announcementId: 'a1', spoken: { 'zh-Hans': ['a-move'] } }] })
    await stage.finish(1)
    stage.bring({ emergency: { id: 'e1', spoken: '请马上离开大厅。', titleEn: null } })
    await stage.finish(6)
    stage.bring({ emergency: null })
    await stage.finish()
    expect(stage.said().filter((line) => line === 'a1 zh-Hans a-move')).toHaveLength(3)
  })
})
