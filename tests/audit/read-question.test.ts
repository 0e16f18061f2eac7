import { expect, test } from 'vitest'
import type { AuditFilter } from '../../gateway/contract/audit.ts'
import { readQuestion } from '../../gateway/audit/read-question.ts'

const known = { today: '2026-03-18', counters: new Set(['1', '12']), devices: new Set(['K2', 'PR1', 'L1']) }
const read = (question: string): Partial<AuditFilter> =>
  Object.fromEntries(
    Object.entries(readQuestion(question, known)).filter(
      ([key, value]) =>
        value !== null && !(Array.isArray(value) && value.length === 0) && !(key === 'to' && value === known.today),
    ),
  )

test.each<[string, Partial<AuditFilter>]>([
  ['今天谁动过 B012', { from: '2026-03-18', number: 'B012' }],
  ['b012', { from: '2026-03-18', number: 'B012' }],
  ['昨天 12 号窗口谁转移了', { from: '2026-03-17', to: '2026-03-17', counterId: '12', topic: 'transfer' }],
  ['前天下午的过号', { from: '2026-03-16', to: '2026-03-16', fromMinute: 720, topic: 'missed' }],
  ['本周 K2 缺纸', { from: '2026-03-16', deviceId: 'K2', topic: 'device' }],
  ['上周的公告', { from: '2026-03-09', to: '2026-03-15', topic: 'notice' }],
  ['3月5日10点到11点', { from: '2026-03-05', to: '2026-03-05', fromMinute: 600, toMinute: 660 }],
  ['12月30日', { from: '2025-12-30', to: '2025-12-30' }],
  ['近3天投诉', { from: '2026-03-16', topic: 'rating' }],
  ['9点以后谁导出过', { from: '2026-03-18', fromMinute: 540, topic: 'record' }],
  ['工号 0309 重置', { from: '2026-03-18', actor: 'staff 0309', words: ['重置'] }],
  ['群众自己取号', { from: '2026-03-18', actor: 'visitor', topic: 'take' }],
  ['王* 叫号', { from: '2026-03-18', topic: 'call', words: ['王*'] }],
  ['99 号窗口', { from: '2026-03-18', words: ['99', '号窗口'] }],
  ['过号重排', { from: '2026-03-18', topic: 'requeue' }],
  ['', { from: '2026-03-18' }],
])('VA2 %s', (question, filter) => {
  expect(read(question)).toEqual(filter)
})
