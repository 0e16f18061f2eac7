import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Imported, readCatalogue } from '../../gateway/catalogue/catalogue-files.ts'
import { importCommand } from '../../gateway/cli/import-command.ts'
import { catalogueNow } from '../../gateway/cli/order-catalogue.ts'
import { takeWriterLock } from '../../gateway/store/writer-lock.ts'

const hallDir = resolve(import.meta.dirname, '../../assets/sample-hall')
let dataDir: string
let said: string[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tingshi-plan-'))
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
})
afterEach(() => void vi.restoreAllMocks())

type Line = [code: string, name: string, statutory?: string, promised?: string, kind?: string]
const usual: Line[] = [
  ['A-1', '食品经营许可（新办）', '20', '5'],
  ['A-2', '道路运输证补发', '20', '5'],
]
function file(lines: Line[]): string {
  const path = join(dataDir, 'matters.csv')
  const text = [
    '实施编码,事项名称,部门,法定办结时限,承诺办结时限,事项类型代码',
    ...lines.map(([code, name, ...rest]) => [code, name, '公安局', ...rest].join(',')),
  ]
  writeFileSync(path, text.join('\n'))
  return path
}
const run = (lines: Line[] | null, ...words: string[]): Promise<number> =>
  importCommand([...(lines ? [file(lines)] : []), ...words], { dataDir, hallDir }, null)
async function now(): Promise<Imported['matters']> {
  const read = readCatalogue(dataDir, await catalogueNow(dataDir))
  return read.ok ? read.catalogue.matters : []
}
const names = async (): Promise<string[]> => (await now()).map(({ name }) => name)

test('E7 a dry run tells what would change and writes nothing', async () => {
  expect(await run(usual, '--dry-run')).toBe(0)
  expect(await now()).toEqual([])
  expect(existsSync(join(dataDir, 'catalogue'))).toBe(false)
  expect(said.join('\n')).toContain('新增 2，更新 0')
})

test('E7 without a person what is doubtful is left out and told; --yes takes it', async () => {
  await run(usual)
  const doubtful: Line[] = [
    ['A-1', '宠物犬养犬登记', '20', '5'],
    ['A-2', '道路运输证补发、换发', '20', '5'],
    ['A-3', '丙', '5', '20'],
  ]
  expect(await run(doubtful)).toBe(0)
  expect(await names()).toEqual(['食品经营许可（新办）', '道路运输证补发、换发'])
  expect(said.join('\n')).toMatch(/存疑的 2 条没有收/)
  expect(said.join('\n')).toMatch(/名称完全变了.*\n.*比法定时限/)
  await run(doubtful, '--yes')
  expect(await names()).toEqual(['宠物犬养犬登记', '道路运输证补发、换发', '丙'])
})

test('E7 a person is asked and may say no', async () => {
  const asked: string[] = []
  const say = (answer: boolean) => (question: string) => Promise.resolve(asked.push(question) > 0 && answer)
  expect(await importCommand([file(usual)], { dataDir, hallDir }, say(false))).toBe(1)
  expect([await now(), asked.length]).toEqual([[], 1])
  expect(await importCommand([file(usual)], { dataDir, hallDir }, say(true))).toBe(0)
  expect((await now()).length).toBe(2)
})

test('E8 what is missing is told; only --remove cancels it, only of the same source, and it stays known', async () => {
  await run(usual, '--source', '市里')
  await run([['B-1', '另一个来源的事项']], '--source', '省里', '--remove')
  const [first] = usual
  if (!first) throw new Error('no line')
  await run([first], '--source', '市里')
  expect((await now()).map(({ state }) => state)).toEqual(['在用', '在用', '在用'])
  expect(said.join('\n')).toContain('这次没有、上次有的：1 条')
  await run([first], '--source', '市里', '--remove')
  expect((await now()).map(({ state }) => state)).toEqual(['在用', '取消', '在用'])
})

test('E8 when very much is missing nothing is cancelled without --yes', async () => {
  const many = Array.from({ length: 40 }, (_, nth): Line => [`M-${nth}`, `事项 ${nth}`])
  await run(many)
  await run(many.slice(0, 20), '--remove')
  expect((await now()).filter(({ state }) => state === '取消').length).toBe(0)
  expect(said.join('\n')).toContain('少了很多')
  await run(many.slice(0, 20), '--remove', '--yes')
  expect((await now()).filter(({ state }) => state === '取消').length).toBe(20)
})

test('E3 E1 undo goes back one import after the other, and then says that there is none', async () => {
  await run(usual.slice(0, 1))
  await run(usual)
  expect((await now()).length).toBe(2)
  expect(await run(null, '--undo')).toBe(0)
  expect((await now()).length).toBe(1)
  expect(await run(null, '--undo')).toBe(0)
  expect(await catalogueNow(dataDir)).toBeNull()
  expect(await run(null, '--undo')).toBe(1)
  expect(said.at(-1)).toContain('没有可以撤销的导入')
})

test('E1 an import that changes nothing is no event', async () => {
  await run(usual)
  const hash = await catalogueNow(dataDir)
  await run(usual)
  expect(await catalogueNow(dataDir)).toBe(hash)
  await run(null, '--undo')
  expect(await catalogueNow(dataDir)).toBeNull()
})

test('N5 the habits of a source are kept, and codes written there count', async () => {
  const lines: Line[] = [['A-1', '甲', '', '', '20']]
  await run(lines, '--source', '广东')
  expect((await now())[0]?.kind).toBe('公共服务')
  const path = join(dataDir, 'sources', '广东.json')
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { columns: Record<string, string> }
  expect(kept.columns).toMatchObject({ 实施编码: 'code', 部门: 'department' })
  writeFileSync(path, JSON.stringify({ ...kept, codes: { kind: { 20: '其他行政权力' } } }))
  await run(lines, '--source', '广东')
  expect((await now())[0]?.kind).toBe('其他行政权力')
  writeFileSync(path, '{"columns":{"部门":"nonsense"}}')
  expect(await run(lines, '--source', '广东')).toBe(1)
  expect(await run(lines, '--source', '../x')).toBe(1)
})

test('E5 while somebody else writes and does not answer, nothing is written and it is said', async () => {
  const lock = takeWriterLock(dataDir, 0)
  expect(takeWriterLock(dataDir, 0)).toBeNull()
  expect(await run(usual)).toBe(1)
  expect(said.at(-1)).toContain('网关')
  lock?.release()
  expect(await run(usual)).toBe(0)
})
