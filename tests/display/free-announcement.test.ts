import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillTemplate } from '../../gateway/contract/fill-template.ts'
import {
  freeAnnouncement,
  freeId,
  freeWhat,
  freeWhere,
  freeWho,
  whatsFor,
} from '../../gateway/contract/free-announcement.ts'
import { announcementPhrase } from '../../gateway/contract/voice/phrase.ts'
import { runWall } from '../../gateway/domain/wall/decide.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const keys = <T extends object>(of: T): (keyof T)[] => Object.keys(of) as (keyof T)[]
const all = keys(freeWho).flatMap((who) =>
  [null, ...keys(freeWhere)].flatMap((where) => [null, ...keys(freeWhat)].map((what) => ({ who, where, what }))),
)
const clipsOf = (language: string): Set<string> =>
  new Set(
    Object.keys(
      JSON.parse(
        readFileSync(join(import.meta.dirname, `../../assets/sounds/${language}/manifest.json`), 'utf8'),
      ) as object,
    ),
  )
const filled = (id: string, slots: Record<string, string>) => {
  const template = freeAnnouncement(id)
  if (!template) throw new Error(id)
  const given = Object.fromEntries(Object.keys(template.slots).map((slot) => [slot, slots[slot] ?? '']))
  return fillTemplate(template, given)
}

test('PB10 a guide’s sentence says whom, where to and what for; half a sentence is none', () => {
  const slots = { number: 'a037', counter: '12' }
  expect(filled('free-number-counter-documents', slots)).toMatchObject({
    text: {
      'zh-Hans': '请 A037 号到 12 号窗口补交材料。',
      en: 'Number A037, please go to counter 12 to hand in your documents.',
    },
  })
  expect(filled('free-all-none-belongings', {})).toMatchObject({ text: { 'zh-Hans': '各位来访者，请看好随身物品。' } })
  expect(filled('free-number-none-sign', slots)).toMatchObject({
    text: { 'zh-Hans': '请 A037 号补签字。', en: 'Number A037, please come forward to sign your papers.' },
  })
  for (const id of [
    'free',
    'free-number-none-none',
    'free-all-none-none',
    'free-all-desk-smoke',
    'free-x-desk-none',
    'free-number-counter-documents-x',
  ])
    expect([id, freeAnnouncement(id)]).toEqual([id, null])
})

test('PB10 whatever is put together has clips in both languages, and nothing is left open', () => {
  const [zh, en] = [clipsOf('zh-Hans'), clipsOf('en')]
  let sentences = 0
  for (const words of all) {
    const template = freeAnnouncement(freeId(words))
    const isOffered = words.what === null ? words.where !== null : whatsFor(words).includes(words.what)
    expect([freeId(words), template !== null]).toEqual([freeId(words), isOffered])
    if (!template) continue
    const made = filled(template.id, { number: 'B120', counter: '105' })
    if (!made.ok) throw new Error(made.slot)
    expect(Object.values(made.text).join(' ')).not.toMatch(/[{}]/)
    for (const [language, known] of [
      ['zh-Hans', zh],
      ['en', en],
    ] as const)
      expect(
        announcementPhrase(made.spoken[language] ?? ['none'], language).filter((clip) => !known.has(clip)),
      ).toEqual([])
    sentences += 1
  }
  expect(sentences).toBe(34)
})

test('PB10 nobody is sent to a counter that the hall does not have', () => {
  const model = tinyHallModel()
  const moment = { now: 0, day: '2026-03-18', newId: () => 'a1' } as unknown as Parameters<typeof runWall>[3]
  const order = (counter: string) =>
    runWall(
      model,
      emptyOffice(),
      { type: 'announce', templateId: 'free-all-counter-serve', slots: { counter } },
      moment,
    )
  expect(order(model.hall.counters[0]?.id ?? '')).toMatchObject({ ok: true })
  expect(order('998')).toMatchObject({ ok: false, code: 'slot-not-filled' })
})
