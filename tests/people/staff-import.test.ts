import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { staffCommand } from '../../gateway/cli/staff-command.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'
import type { StaffImportDone, StaffImportPlan } from '../../gateway/contract/staff-import.ts'
import type { StaffRow } from '../../gateway/contract/staff.ts'
import { type StaffImport, planStaffImport } from '../../gateway/people/plan-staff-import.ts'
import { readStaffSheet } from '../../gateway/people/read-staff-sheet.ts'
import type { Staff } from '../../gateway/store/staff-store.ts'
import { hallFile } from '../../gateway/store/open-hall-file.ts'
import { said } from '../support/damaged-log.ts'
import { TEST_COST, type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { joinPhone } from '../support/join-phone.ts'
import { type StaffBrowser, staffBrowser } from '../support/staff-browser.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const csv = (text: string): Uint8Array => new TextEncoder().encode(text)
const supervisor = { name: 'staff 0301', roles: ['supervisor'], number: '0301' }
const admin = { name: 'staff 0001', roles: ['admin'], number: '0001' }
const blank: Staff = {
  number: '0001',
  name: '甲',
  department: null,
  roles: ['clerk'],
  counters: [],
  password: null,
  mustChange: false,
  passwordAt: 0,
  secondStep: null,
  secondStepAt: null,
  secondStepUsed: 0,
  wrong: 0,
  lockedUntil: 0,
  createdAt: 0,
  signedInAt: null,
  offAt: null,
}
const someone = (over: Partial<Staff>): Staff => ({ ...blank, ...over })
const known = [
  someone({ number: '0001', name: '管*', roles: ['admin'] }),
  someone({ number: '0327', name: '王*', department: '自然资源局', roles: ['clerk'], counters: ['12', '13'] }),
  someone({ number: '0399', name: '孟*', offAt: 5 }),
]
const isCounter = (id: string): boolean => Number(id) >= 1 && Number(id) <= 30
function planned(text: string | Uint8Array, keeper = admin): StaffImport {
  const sheet = readStaffSheet(typeof text === 'string' ? csv(text) : text)
  if (!sheet.ok) throw new Error(sheet.message)
  const plan = planStaffImport(sheet.rows, known, keeper, isCounter)
  return { ...plan, refused: [...sheet.refused, ...plan.refused] }
}
const refusedIn = (plan: StaffImport): string[] => plan.refused.map(({ row, message }) => `${row} ${message}`)

test('PB2 a table of people in any usual words; an empty cell changes nothing, who is not in it is left alone', () => {
  const plan = planned(
    '人员名单,,,,\n员工编号,姓名,所属部门,职务,窗口号\n0327,王*,,导办员、窗口,\n0400,李*,税务局,办事员,１２－１４号、20窗口\n0401,张*,,,全部\n0001,管*,,,\n合计,,,,\n',
  )
  expect(plan.added).toEqual([
    {
      row: 4,
      number: '0400',
      after: { name: '李*', department: '税务局', roles: ['clerk'], counters: ['12', '13', '14', '20'] },
    },
    { row: 5, number: '0401', after: { name: '张*', department: null, roles: ['clerk'], counters: null } },
  ])
  expect(plan.changed).toEqual([
    {
      row: 3,
      number: '0327',
      before: { name: '王*', department: '自然资源局', roles: ['clerk'], counters: ['12', '13'] },
      after: { name: '王*', department: '自然资源局', roles: ['guide', 'clerk'], counters: ['12', '13'] },
    },
  ])
  expect([plan.unchanged, plan.absent]).toEqual([1, 0])
})

test('PB3 each row that may not be is left out with its reason; counters that the hall lacks are named', () => {
  const plan = planned(
    [
      '工号,姓名,部门,岗位,窗口',
      ',无号,,,1',
      '15010219900101123X,甲,,clerk,1',
      '0500,,,窗口办理,1',
      '0501,乙,,,',
      '0502,丙,,经理,1',
      '0503,丁,,clerk,29-32',
      '0504,戊,,clerk,1',
      '0504,己,,clerk,1',
      '0399,孟*,,guide,',
      '0001,管*,,guide,',
      '0505,庚,,supervisor,',
    ].join('\n'),
    supervisor,
  )
  expect(refusedIn(plan)).toEqual([
    '2 没有写工号',
    '3 工号只能用字母、数字和 -，最多 16 位',
    '6 看不懂岗位“经理”。请写：窗口办理、咨询台引导、大厅主管、管理员',
    '4 没有写姓名',
    '5 没有写岗位。请写：窗口办理、咨询台引导、大厅主管、管理员',
    '7 大厅里没有 31、32 号窗口',
    '9 工号 0504 在第 8 行已经有了',
    '10 这个工号停用了。还在这里工作的，先在人员里恢复',
    '11 主管和管理员只有管理员能改。',
    '12 主管和管理员只有管理员能改。',
  ])
  expect(plan.added.map(({ number }) => number)).toEqual(['0504'])
  expect(plan.unknownCounters).toEqual(['31', '32'])
  // What may be somebody's ID number is not repeated.
  expect(JSON.stringify(plan)).not.toContain('15010219900101')
  expect(refusedIn(planned('工号,姓名,岗位\n0001,管*,guide\n'))).toEqual(['2 至少要留一个管理员，请先再加一个。'])
  expect(planned('工号,姓名,岗位\n0700,管*,admin\n0001,管*,guide\n').refused).toEqual([])
})

test('PB4 a spreadsheet that made 327 of 0327 means 0327; a table without 工号 is refused in words', async () => {
  const book = await writeXlsxFile([
    [{ value: '工号' }, { value: '姓名' }, { value: '窗口' }],
    [{ value: 327, type: Number }, { value: '王*' }, { value: 14, type: Number }],
    [{ value: 410, type: Number }, { value: '李*' }, { value: '1-2' }],
  ]).toBuffer()
  const plan = planned(new Uint8Array(book))
  expect(plan.changed.map(({ number, after }) => [number, after.counters])).toEqual([['0327', ['14']]])
  expect(plan.added.map(({ number }) => number)).toEqual(['0410'])
  expect(plan.notes).toEqual(['表格把工号存成了数字，前面的 0 补上了：327 → 0327、410 → 0410。'])
  expect(readStaffSheet(csv('姓名,电话\n王*,1\n'))).toEqual({
    ok: false,
    message: '表头缺少“工号、姓名”。第一行要有：工号、姓名、部门、岗位、窗口；后三列可以没有。',
  })
})

let hall: RunningGateway
let boss: StaffBrowser
beforeAll(async () => {
  hall = await runGateway({ TINGSHI_DEMO: '0' })
  const add = ['add', '0301', '赵*', '--roles', 'supervisor', '--counters', 'all']
  const { words } = await said(() => staffCommand(add, { dataDir: hall.dataDir, passwordCost: TEST_COST }))
  boss = staffBrowser(hall.url)
  await boss.signIn('0301', words)
  await boss.ask('POST', '/session/password', { password: 'a good long one' })
  await joinPhone(boss)
})
afterAll(() => hall?.discard())
const look = async (text: string): Promise<{ status: number; body: StaffImportPlan }> => {
  const response = await fetch(`${hall.url}/api/v1/staff-imports`, {
    method: 'POST',
    headers: { cookie: boss.cookie, 'x-tingshi-page': boss.word ?? '', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(csv(text)),
  })
  return { status: response.status, body: (await response.json()) as StaffImportPlan }
}

test('PB5 nothing changes before it is agreed to; then all at once, each with a code that opens one first sign-in', async () => {
  const { status, body: plan } = await look(
    '工号,姓名,岗位,窗口\n0601,甲*,clerk,1-3\n0602,乙*,guide,\n0603,丙*,clerk,999\n',
  )
  expect([status, plan.added.length, plan.refused.length]).toEqual([201, 2, 1])
  const numbers = async (): Promise<string[]> =>
    (await boss.ask<{ items: StaffRow[] }>('GET', '/staff')).body.items.map(({ number }) => number)
  expect(await numbers()).not.toContain('0601')
  const carryOut = () => boss.ask<StaffImportDone>('POST', `/staff-imports/${plan.planId}/carry-out`)
  const [first, second] = await Promise.all([carryOut(), carryOut()])
  expect(first.status).toBe(201)
  // The same press is told the same codes: nobody is left without one.
  expect(second.body).toEqual(first.body)
  expect(await numbers()).toEqual(expect.arrayContaining(['0601', '0602']))
  const { codes } = first.body
  const clerk = staffBrowser(hall.url)
  const signedIn = (await clerk.signIn('0601', codes[0]?.code ?? '')).body.signedIn
  expect(signedIn).toMatchObject({ number: '0601', stage: 'new-password', counters: ['1', '2', '3'] } satisfies Partial<
    NonNullable<SessionView['signedIn']>
  >)
  const database = new DatabaseSync(hallFile(hall.dataDir), { readOnly: true })
  const log = JSON.stringify(database.prepare('SELECT body FROM events').all())
  database.close()
  expect(log).toContain('staff-added')
  expect(log).toContain('0601')
  for (const { code, name } of codes) {
    expect(log).not.toContain(code)
    expect(log).not.toContain(name)
  }
})

test('PB6 whoever changed the register meanwhile makes the preview old: it is shown again, and nothing is half done', async () => {
  const { body: plan } = await look('工号,姓名,岗位,窗口\n0701,甲*,clerk,1\n0702,乙*,clerk,2\n')
  await boss.ask('POST', '/staff', { number: '0702', name: '别人', roles: ['clerk'], counters: ['5'] })
  const answer = await boss.ask<{ error: { code: string } }>('POST', `/staff-imports/${plan.planId}/carry-out`)
  expect([answer.status, answer.body.error.code]).toEqual([409, 'plan-outdated'])
  const { items } = (await boss.ask<{ items: StaffRow[] }>('GET', '/staff')).body
  expect(items.some(({ number }) => number === '0701')).toBe(false)
  expect((await boss.ask('POST', '/staff-imports/none/carry-out')).status).toBe(404)
})
