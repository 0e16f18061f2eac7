import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { exportMatters } from '../../gateway/catalogue/export-matters.ts'
import { USUAL_SOURCE } from '../../gateway/catalogue/import-file.ts'
import { withImported } from '../../gateway/catalogue/import-matters.ts'
import { keepHabits } from '../../gateway/catalogue/source-habits.ts'
import { readHall } from '../../gateway/config.ts'
import type { Matter } from '../../gateway/contract/matter.ts'
import { type ImportedFile, importPath } from '../support/import-path.ts'

const hall = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!hall.ok) throw new Error('the sample hall has faults')

type Sheets = Record<string, (string | null)[][]>
const workbook = (sheets: Sheets): Promise<Buffer> =>
  writeXlsxFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer()
const imported = (bytes: Uint8Array): Promise<ImportedFile> => importPath(hall.hall).take(bytes)
const mattersOf = async (bytes: Uint8Array): Promise<Matter[]> => (await imported(bytes)).matters
const flat = (head: string[], ...rows: (string | null)[][]): Promise<Buffer> => workbook({ 事项: [head, ...rows] })
const base = ['实施编码', '事项名称', '实施主体']

test('N1 limits, fees, ways, basis, result and register reach the matter', async () => {
  const said: Record<string, [string, string]> = {
    a: ['法定办结时限', '20个工作日'],
    b: ['承诺办结时限', '即办'],
    c: ['服务对象', '1、2'],
    d: ['办理形式', '1,3'],
    e: ['咨询方式', '12345'],
    f: ['是否收费', '0'],
    g: ['到办事现场次数', '1次'],
    h: ['设定依据', '《甲法》第三条\n《乙条例》第四条'],
    i: ['审批结果名称', '许可证'],
    j: ['审批结果类型', '10'],
    k: ['受理条件', '一、甲<br/>二、乙'],
    l: ['申请材料', '1. 身份证；\n2. 申请表'],
    m: ['行使层级', '3、4'],
    n: ['计划生效日期', '2026/3/8'],
    o: ['是否支持物流快递', '是'],
    p: ['法定办结时限单位', 'N'],
  }
  const columns = Object.values(said)
  const [matter] = await mattersOf(
    await flat(
      [...base, ...columns.map(([head]) => head)],
      ['X-1', '甲许可', '公安局', ...columns.map(([, cell]) => cell)],
    ),
  )
  expect(matter?.guide).toMatchObject({
    statutoryDays: 20,
    statutoryUnit: '自然日',
    promisedDays: 0,
    serves: ['自然人', '企业法人'],
    ways: ['窗口办理', '快递申请'],
    consult: '12345',
    charged: false,
    visits: 1,
    legalBasis: ['《甲法》第三条', '《乙条例》第四条'],
    result: '许可证',
    resultKind: '证照',
    express: true,
    online: null,
    conditions: '一、甲\n二、乙',
    materials: [{ name: '身份证' }, { name: '申请表' }],
  })
  expect(matter?.register).toMatchObject({ levels: ['市级', '县级'], effectiveOn: '2026-03-08', version: null })
})

test('N1 a limit that is more than a number becomes its note and is not guessed at', async () => {
  const [matter] = await mattersOf(
    await flat([...base, '法定办结时限'], ['X-1', '甲许可', '公安局', '20个工作日，听证另加30日']),
  )
  expect(matter?.guide).toMatchObject({ statutoryDays: null, statutoryNote: '20个工作日，听证另加30日' })
})

test('N2 sheets of materials, steps and fees are joined by 实施编码', async () => {
  const { read, matters } = await imported(
    await workbook({
      事项: [base, ['X-1', '甲许可', '公安局'], ['X-2', '乙许可', '公安局']],
      申请材料: [
        ['实施编码', '材料名称', '材料形式', '份数', '材料必要性', '来源渠道', '来源渠道说明'],
        ['X-1', '身份证', '原件', '1', '1', '20', '公安机关'],
        ['X-1', '申请表', null, '2份', '容缺后补', '10', null],
        ['X-9', '没有主人', null, null, null, null, null],
      ],
      办理流程: [
        ['实施编码', '环节名称', '环节时限'],
        ['X-1', '受理', '1 天'],
      ],
      收费项目: [
        ['实施编码', '收费项目名称', '收费项目标准'],
        ['X-2', '工本费', '10 元'],
      ],
      说明: [['这一页是填表说明']],
    }),
  )
  const [one, two] = matters
  expect(one?.guide?.materials).toMatchObject([
    { name: '身份证', form: '原件', copies: 1, necessity: '必要', source: '政府部门核发（公安机关）' },
    { name: '申请表', copies: 2, necessity: '容缺后补', source: '申请人自备' },
  ])
  expect(one?.guide?.steps).toMatchObject([{ name: '受理', limit: '1 天' }])
  expect(two?.guide?.fees).toMatchObject([{ name: '工本费', standard: '10 元' }])
  expect(read.rejected).toEqual([{ row: 4, reason: expect.stringContaining('X-9') as string }])
  expect(read.ignored).toEqual(['说明'])
})

test('N3 one code with several 业务办理项编码 is several matters, variants of the one without', async () => {
  const bytes = await workbook({
    事项: [
      [...base, '业务办理项编码'],
      ['X-1', '驾驶证', '公安局', null],
      ['X-1', '驾驶证（补证）', '公安局', '01'],
      ['X-1', '驾驶证（换证）', '公安局', '02'],
    ],
    申请材料: [
      ['实施编码', '业务办理项编码', '材料名称'],
      ['X-1', '02', '旧证'],
      ['X-1', null, '身份证'],
    ],
  })
  const { take } = importPath(hall.hall)
  const { matters } = await take(bytes)
  const [whole, first, second] = matters
  expect(new Set(matters.map(({ id }) => id)).size).toBe(3)
  expect([whole?.variantOf, first?.variantOf, second?.variantOf]).toEqual([null, whole?.id, whole?.id])
  expect(matters.map(({ guide }) => guide?.materials.map(({ name }) => name))).toEqual([
    ['身份证'],
    ['身份证'],
    ['旧证', '身份证'],
  ])
  const again = await take(bytes)
  expect(again.plan).toMatchObject({ added: [], changed: [], unchanged: 3, removed: [] })
  expect(again.matters).toEqual(matters)
})

test('N4 the 56-column template is read: two heading rows, its own codes, limits and materials', async () => {
  const template = readFileSync(resolve(import.meta.dirname, '../fixtures/catalogue/template-56-headings.txt'), 'utf8')
  const [machine = [], chinese = []] = template
    .trim()
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell || null))
  const row = (over: Record<string, string>): (string | null)[] =>
    machine.map((head) => Object.entries(over).find(([key]) => head === key || head?.endsWith(`/${key}`))?.[1] ?? null)
  const one = {
    catalogId: 'M-1',
    title: '食品经营许可',
    pkorgName: '市场监督管理局',
    pkitemType: '01',
    pkcommitmentTime: '5',
    pklegalTime: '20',
    pkmaterials: '申请书\n场所证明',
  }
  const { read, matters } = await imported(
    await workbook({ Sheet1: [machine, chinese, row(one), row({ ...one, catalogId: 'M-2', title: '食品生产许可' })] }),
  )
  expect(Object.keys(read.columns).length).toBeGreaterThan(30)
  const [first] = matters
  expect(first).toMatchObject({
    code: 'M-1',
    name: '食品经营许可',
    kind: '行政许可',
    guide: { promisedDays: 5, statutoryDays: 20, materials: [{ name: '申请书' }, { name: '场所证明' }] },
  })
})

test('N5 a province’s own code means what its source says', async () => {
  const bytes = await flat([...base, '事项类型代码'], ['X-1', '甲', '公安局', '20'])
  const guangdong = importPath(hall.hall)
  keepHabits(guangdong.dataDir, USUAL_SOURCE, { columns: {}, codes: { kind: { 20: '其他行政权力' } }, departments: {} })
  const kinds = [await mattersOf(bytes), (await guangdong.take(bytes)).matters].map(([one]) => one?.kind)
  expect(kinds).toEqual(['公共服务', '其他行政权力'])
})

test('N6 dirt: 110 characters of name, 31,000 of law, empty addresses, a fifth without materials', async () => {
  const name = '关于'.repeat(55)
  const law = '第一条规定。'.repeat(5_170)
  const rows = Array.from({ length: 50 }, (_, nth) => [
    `0${nth}-00-000`,
    nth === 0 ? name : `事项 ${nth}`,
    '公安局',
    '',
    nth % 5 === 0 ? null : '身份证',
    nth === 0 ? law : null,
  ])
  const { read, matters } = await imported(await flat([...base, '办理地点', '申请材料', '设定依据'], ...rows))
  expect(matters[0]).toMatchObject({ code: '00-00-000', name, guide: { place: null, legalBasis: [law] } })
  expect([read.missing['申请材料'], read.missing['办理地点']]).toEqual([10, 50])
  expect(matters.filter(({ guide }) => (guide?.materials ?? []).length === 0).length).toBe(10)
})

test('X1 what was exported comes in as the same matters: the whole sample hall', async () => {
  const bytes = await exportMatters(hall.hall, hall.matters)
  const { read, matters } = await imported(bytes)
  expect(read.rejected).toEqual([])
  expect(matters).toEqual(hall.matters)
  expect(withImported(hall.matters, matters)).toEqual(hall.matters)
})

test('X2 what a spreadsheet would run is marked, and the mark comes off again', async () => {
  const [known] = hall.matters
  if (!known) throw new Error('no matter')
  const names = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', "'=1", '＝1+1']
  const matters = names.map((name, nth) => ({ ...known, id: `x${nth}`, code: `X-${nth}`, name }))
  const bytes = await exportMatters(hall.hall, matters)
  expect((await mattersOf(bytes)).map(({ name }) => name)).toEqual(names)
  const { default: readXlsxFile } = await import('read-excel-file/node')
  const cells = (await readXlsxFile(bytes)).flatMap(({ data }) => data.flat())
  expect(cells.filter((cell) => typeof cell === 'string' && /^[=+\-@\t＝]/.test(cell))).toEqual([])
})

test('X1 a list of the matter itself does not come to its variants', async () => {
  const known = hall.matters.find(({ guide }) => (guide?.materials.length ?? 0) > 0 && guide?.sample)
  if (!known?.guide) throw new Error('no matter with materials')
  const variant = {
    ...known,
    id: 'variant',
    handleItem: '01',
    variantOf: known.id,
    guide: { ...known.guide, materials: [], steps: [], legalBasis: [] },
  }
  expect(await mattersOf(await exportMatters(hall.hall, [known, variant]))).toEqual([known, variant])
})
