import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { actorWords } from '../../gateway/contract/actor-words.ts'
import { namesIn } from '../../gateway/audit/names.ts'
import { saidTypes, sayEvent } from '../../gateway/audit/say-event.ts'
import { registerChange } from '../../gateway/contract/register-changes.ts'
import type { LoggedEvent, OfficeEvent } from '../../gateway/domain/events.ts'
import { thePublic, visitorActor } from '../../gateway/rights/actor.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const domain = resolve(import.meta.dirname, '../../gateway/domain')
/** The types of all events, as their files write them. */
const eventTypes = [
  'day-opened',
  ...registerChange.options.map(({ shape }) => shape.type.value),
  ...readdirSync(domain, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/events.ts'))
    .flatMap((name) =>
      [...readFileSync(join(domain, name), 'utf8').matchAll(/type: '([a-z-]+)'/g)].map(([, type = '']) => type),
    ),
]

test('VA1 every kind of event has its sentence, and none is said that does not exist', () => {
  expect(eventTypes.length).toBeGreaterThan(90)
  expect(eventTypes.filter((type) => !saidTypes.has(type))).toEqual([])
  expect([...saidTypes].filter((type) => !eventTypes.includes(type))).toEqual([])
})

const names = namesIn(
  tinyHallModel(),
  (ticketId) => (ticketId === 't1' ? { number: 'B012', counterId: '1' } : null),
  new Map([['0309', '王*']]),
)
const said = (event: OfficeEvent, actor = 'staff 0309'): string =>
  sayEvent({ ...event, seq: 1, at: 0, actor, commandId: null } as LoggedEvent, names).sentence

test('VA1 a sentence says who, where and what, as people do', () => {
  const transfer = { type: 'ticket-transferred', ticketId: 't1', toQueueId: 'A', toCounterId: null } as const
  expect(said(transfer)).toBe('‹王*› 在 ‹1› 号窗口把 ‹B012› 转到 ‹不动产登记›')
  expect(said({ ...transfer, toCounterId: '4' }, '演示窗口 1')).toBe(
    '‹演示窗口 1› 在 ‹1› 号窗口把 ‹B012› 转到 ‹4 号窗口›',
  )
  expect(said({ type: 'ticket-finished', ticketId: 't1' }, 'staff 0777')).toBe('‹工号 0777› 在 ‹1› 号窗口办结 ‹B012›')
  expect(said({ type: 'counter-paused', counterId: '2', reason: '午休' }, 'hall')).toBe(
    '‹厅里自动› 暂停 ‹2› 号窗口：午休',
  )
  expect(said({ type: 'ticket-missed', ticketId: 'unknown' }, 'tablet 3')).toBe(
    '‹3 号窗口的平板› 叫 ‹一个号› 没人来，过号',
  )
  expect(said({ type: 'printer-paper', printerId: 'PR1', paper: 'out' }, 'K1')).toBe(
    '‹K1 终端› 打印机 ‹PR1› 的纸用完了',
  )
})

test('VA1 nobody learns from the record who gave which grade', () => {
  const rated = said({ type: 'visit-rated', ticketId: 't1', counterId: '1', stars: 1 }, 'visitor')
  expect(rated).toBe('‹群众› ‹1› 号窗口收到一个评价')
})

const gateway = resolve(import.meta.dirname, '../../gateway')
/** Under what names the gateway's own parts give orders and write facts, as their sources say. */
const programs = readdirSync(gateway, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^(?:client|contract|cli|domain\/simulation)\//.test(name))
  .flatMap((name) => {
    const text = readFileSync(join(gateway, name), 'utf8')
    const given = text.matchAll(/,\s*'([a-z][a-z-]*)',\s*(?:null|id)\s*,?\s*\)|bearer\('([a-z]+)'|PLAYED = '([a-z]+)'/g)
    return [...given].map(([, order, token, played]) => order ?? token ?? played ?? '')
  })

test('HI5 whatever acts by itself has a name in Chinese, on records and on pages', () => {
  const acting = [...new Set([...programs, thePublic.name, visitorActor(null).name])]
  expect(acting).toEqual(expect.arrayContaining(['hall', 'auto', 'printer', 'life', 'demo', 'public', 'visitor']))
  const unnamed = acting.filter((name) => /[a-z]/.test(names.actor(name)) || /[a-z]/.test(actorWords(name)))
  expect(unnamed).toEqual([])
})

test('HI5 machines are named by what they are and where', () => {
  const machines = ['pad W5', 'scanner K1', 'rating 3', 'tablet 3', 'screen L1', 'strip 3', 'panel P1', 'terminal K1']
  expect(machines.map((one) => names.actor(one))).toEqual([
    '叫号器 W5',
    'K1 终端的扫码口',
    '3 号窗口的评价器',
    '3 号窗口的平板',
    '综合屏 L1',
    '窗口屏 3',
    'LED 屏 P1',
    'K1 终端',
  ])
})
