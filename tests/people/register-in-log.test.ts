import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { namesIn } from '../../gateway/audit/names.ts'
import { readQuestion } from '../../gateway/audit/read-question.ts'
import { searchLog } from '../../gateway/audit/search-log.ts'
import { deviceCommand } from '../../gateway/cli/device-command.ts'
import { staffCommand } from '../../gateway/cli/staff-command.ts'
import { tokenCommand } from '../../gateway/cli/token-command.ts'
import { readEnvironment } from '../../gateway/config.ts'
import type { EnrolOffer, EnrolledRow } from '../../gateway/contract/enrolment.ts'
import type { RegisterChange } from '../../gateway/contract/register-changes.ts'
import type { StaffAnswer } from '../../gateway/contract/staff.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { registerRecorder } from '../../gateway/people/record-register.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { inOneCommit, noteChange, waitingChanges } from '../../gateway/store/register-changes.ts'
import { salvage } from '../../gateway/store/salvage.ts'
import { addStaff, findStaff, listStaff } from '../../gateway/store/staff-store.ts'
import { said } from '../support/damaged-log.ts'
import { giveCode, joinPhone } from '../support/join-phone.ts'
import { openKept } from '../support/kept-hall.ts'
import { TEST_COST, type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { type StaffBrowser, staffBrowser } from '../support/staff-browser.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const OWN = 'a good long one'
const dataDirOf = (name: string): string => mkdtempSync(join(tmpdir(), `tingshi-${name}-`))
const added: RegisterChange = { type: 'staff-added', number: '0327', roles: ['clerk'], counters: ['1'] }

let hall: RunningGateway
const here = () => ({ dataDir: hall.dataDir, passwordCost: TEST_COST })
const staff = (...args: string[]) => said(() => staffCommand(args, here()))
const device = (...args: string[]) => said(() => deviceCommand(args, here()))
const token = (...args: string[]) => said(() => tokenCommand(args, here()))
beforeAll(async () => {
  hall = await runGateway({ TINGSHI_DEMO: '0' })
})
afterAll(() => hall?.discard())

/** Sentences of the record that fit a question, the oldest first, without their marks. */
async function recorded(supervisor: StaffBrowser, question: string): Promise<string[]> {
  const { body } = await supervisor.ask<{ rows: { sentence: string }[] }>(
    'GET',
    `/audit?q=${encodeURIComponent(question)}`,
  )
  return body.rows.map(({ sentence }) => sentence.replace(/[‹›]/g, '')).toReversed()
}

test('RE1 RE3 what is done under manage, at the sign-in and on the command line is told in sentences', async () => {
  const { words: given } = await staff('add', '0301', '赵某', '--roles', 'supervisor', '--counters', 'all')
  const supervisor = staffBrowser(hall.url)
  await supervisor.signIn('0301', given)
  await supervisor.ask('POST', '/session/password', { password: OWN })
  await joinPhone(supervisor)
  const one = await supervisor.ask<StaffAnswer>('POST', '/staff', {
    number: '0327',
    name: '王小明',
    roles: ['clerk'],
    counters: ['12'],
  })
  const change = (fields: object) => supervisor.ask('POST', '/staff/0327', fields)
  await change({ name: '王小明', roles: ['clerk', 'guide'], counters: ['12', '13'] })
  // Nothing is different: nothing is told.
  await change({ name: '王小明', roles: ['clerk', 'guide'], counters: ['12', '13'] })
  await change({ name: '王大明', roles: ['clerk', 'guide'], counters: ['12', '13'] })
  for (const deed of ['reset', 'forget-phone', 'sign-out', 'off', 'on'])
    await supervisor.ask('POST', `/staff/0327/${deed}`)
  const about = await recorded(supervisor, '0327')
  const who = '王*（0327）'
  expect(about).toEqual([
    `赵* 加了人员 ${who}，岗位 窗口办理，12 号窗口`,
    `赵* 给 ${who} 发了一次性密码`,
    `赵* 改了 ${who}：岗位从 窗口办理 改成 窗口办理、咨询台引导，窗口从 12 号窗口 改成 12、13 号窗口`,
    `赵* 改了 ${who}：改了姓名`,
    `赵* 给 ${who} 发了一次性密码`,
    `赵* 解除了 ${who} 的手机动态码`,
    `赵* 让 ${who} 在所有地方退出登录`,
    `赵* 停用 ${who}`,
    `赵* 恢复 ${who}`,
  ])
  expect(await recorded(supervisor, '0301')).toEqual([
    '本机命令行 加了人员 赵*（0301），岗位 大厅主管，所有窗口',
    '本机命令行 给 赵*（0301） 发了一次性密码',
  ])
  await expect.poll(() => recorded(supervisor, '工号0301 密码 换了')).toEqual(['赵* 换了自己的密码'])
  expect(await recorded(supervisor, '工号0301 登录')).toContain('赵* 登录')
  expect(await recorded(supervisor, '绑定')).toEqual(['赵* 绑定了手机动态码'])
  // Five wrong tries of a number that somebody has.
  for (let nth = 0; nth < 5; nth += 1) await staffBrowser(hall.url).signIn('0327', 'wrong')
  await expect
    .poll(() => recorded(supervisor, '连着输错'))
    .toEqual([`没有登录的人 用 ${who} 的工号连着输错，锁 1 分钟`])
  const { body } = await supervisor.ask<object>('GET', '/events?limit=5000')
  const log = JSON.stringify(body)
  for (const secret of [given, OWN, one.body.code ?? '', 'scrypt', '王小明', '王大明', '赵某', '"secret"'])
    expect([secret, log.includes(secret)]).toEqual([secret, false])
})

test('RE1 RE3 machines and tokens: let in, replaced, renamed, refused, taken back', async () => {
  const supervisor = staffBrowser(hall.url)
  await supervisor.signIn('0301', OWN)
  await giveCode(supervisor, '0301')
  const facts = { width: 1080, height: 1920, touch: true, system: 'Linux' }
  const offer = async (kind: string, wished: string): Promise<EnrolOffer> => {
    const response = await fetch(`${hall.url}/api/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify({ kind, wished, facts }),
    })
    return (await response.json()) as EnrolOffer
  }
  await supervisor.ask('POST', '/enrol/approve', { code: (await offer('terminal', 'K3')).code, place: 'K3' })
  const second = await offer('terminal', 'K3')
  const { body: row } = await supervisor.ask<EnrolledRow>('POST', '/enrol/approve', { code: second.code, place: 'K3' })
  await supervisor.ask('POST', `/enrol/devices/${row.id}/name`, { name: '二楼扶梯口' })
  await supervisor.ask('POST', '/enrol/refuse', { code: (await offer('tablet', '12')).code })
  await supervisor.ask('POST', `/enrol/devices/${row.id}/revoke`)
  expect(await recorded(supervisor, 'K3')).toEqual([
    '赵* 登记 终端 K3',
    '赵* 登记 终端 K3，换下原来的一台',
    '赵* 把 终端 K3 改名叫 二楼扶梯口',
    '赵* 收回 终端 K3 的登记',
  ])
  expect(await recorded(supervisor, '没有批准')).toEqual(['赵* 没有批准一台机器登记：12 号窗口的评价平板'])
  // Beside a running gateway, and without one.
  await device('add', 'strip', '12')
  const { words: bearer } = await token('add', '市平台', '--roles', 'integration,supervisor')
  await expect
    .poll(() => recorded(supervisor, '市平台'))
    .toEqual(['本机命令行 发了口令 市平台，岗位 别的系统、大厅主管'])
  expect(await recorded(supervisor, '12号窗口 登记')).toContain('本机命令行 登记 12 号窗口的窗口屏')
  const at = hall.url
  await hall.stop()
  await token('revoke', '市平台')
  await device('revoke', '12')
  // At the same address, where she is still signed in: a third code so soon is not taken.
  await hall.restart({ TINGSHI_PORT: new URL(at).port })
  expect((await recorded(supervisor, '市平台')).at(-1)).toBe('本机命令行 收回口令 市平台（网关没开的时候做的）')
  expect((await recorded(supervisor, '12号窗口 登记')).at(-1)).toBe(
    '本机命令行 收回 12 号窗口的窗口屏 的登记（网关没开的时候做的）',
  )
  const { body } = await supervisor.ask<{ items: LoggedEvent[] }>('GET', '/events?limit=5000')
  expect(body.items.filter(({ type }) => type === 'token-made')).toHaveLength(1)
  for (const secret of [bearer, second.secret, second.code.replace('-', '')])
    expect(JSON.stringify(body).includes(secret)).toBe(false)
})

test('RE2 a change and its note are one commit: a failed one leaves neither', () => {
  const database = openDatabase(join(dataDirOf('commit'), 'tingshi.db'))
  expect(() =>
    inOneCommit(database, () => {
      addStaff(database, '0327', { name: '王*', department: null, roles: ['clerk'], counters: [] }, 1)
      noteChange(database, 'hall', 1, added)
      throw new Error('the power is gone')
    }),
  ).toThrow('the power is gone')
  expect([listStaff(database), waitingChanges(database)]).toEqual([[], []])
  inOneCommit(database, () => inOneCommit(database, () => noteChange(database, 'hall', 1, added)))
  expect(waitingChanges(database)).toHaveLength(1)
})

test('RE2 what could not be written waits, and what was written before a power cut is not told twice', async () => {
  const dataDir = dataDirOf('once')
  const kept = await openKept(dataDir, 0)
  const { database, log } = kept.records
  noteChange(database, 'staff 0301', 5, added)
  noteChange(database, 'staff 0301', 6, { type: 'staff-left', number: '0327' })
  const refusing = registerRecorder(
    database,
    async () => ({ ok: false }),
    () => {},
  )
  await refusing.record()
  expect(waitingChanges(database)).toHaveLength(2)
  const [first] = waitingChanges(database)
  const recorder = registerRecorder(
    database,
    (report, by) => kept.office.handle(report, by, null),
    () => {},
  )
  await Promise.all([recorder.record(), recorder.record()])
  expect(waitingChanges(database)).toEqual([])
  // The power went between the commit of the log and the end of the note.
  const { changeId = '', by = '', doneAt = 0 } = first ?? {}
  const note = 'INSERT INTO register_changes (change_id, by, done_at, body) VALUES (?, ?, ?, ?)'
  database.prepare(note).run(changeId, by, doneAt, JSON.stringify(added))
  await recorder.record()
  const events = (await log.read(0, 100)).filter(({ type }) => type !== 'day-opened')
  expect(events.map(({ type, actor }) => `${type} ${actor}`)).toEqual([
    'staff-added staff 0301',
    'staff-left staff 0301',
  ])
  expect(events[0]).toMatchObject({ changeId, doneAt: 5, whileAway: true })
  await kept.close()
  // After a start too: it is the log that knows.
  const later = await openKept(dataDir, 1)
  later.records.database.prepare(note).run(changeId, by, doneAt, JSON.stringify(added))
  await registerRecorder(
    later.records.database,
    (report, actor) => later.office.handle(report, actor, null),
    () => {},
  ).record()
  expect((await later.records.log.read(0, 100)).filter(({ type }) => type === 'staff-added')).toHaveLength(1)
  await later.close()
})

test('RE3 a register of an older release opens, and what is told of a person is found by number', async () => {
  const dataDir = dataDirOf('older')
  const first = openDatabase(join(dataDir, 'tingshi.db'))
  addStaff(first, '0327', { name: '王*', department: null, roles: ['clerk'], counters: ['1'] }, 1)
  first.close()
  const older = new DatabaseSync(join(dataDir, 'tingshi.db'))
  older.exec('DROP TABLE register_changes; PRAGMA user_version = 2')
  older.close()
  const kept = await openKept(dataDir, 0)
  expect(findStaff(kept.records.database, '0327')?.name).toBe('王*')
  noteChange(kept.records.database, 'staff 0301', 5, added)
  await registerRecorder(
    kept.records.database,
    (report, by) => kept.office.handle(report, by, null),
    () => {},
  ).record()
  const names = (at: Parameters<typeof namesIn>[1]) => namesIn(tinyHallModel(), at, new Map([['0327', '王*']]))
  const known = { today: '2026-03-16', counters: new Set(['1']), devices: new Set<string>() }
  const { log } = kept.records
  const ask = (words: string) => searchLog({ log, timeZone: 'Asia/Shanghai', names }, readQuestion(words, known))
  expect((await ask('谁动过 0327')).rows.map(({ topic }) => topic)).toEqual(['people'])
  expect((await ask('谁动过 0328')).rows).toEqual([])
  await kept.close()
})

test('RE3 what is saved of a broken file keeps people, machines and what the log still has to hear', () => {
  const dataDir = dataDirOf('broken')
  const file = join(dataDir, 'tingshi.db')
  const database = openDatabase(file)
  addStaff(database, '0327', { name: '王*', department: null, roles: ['clerk'], counters: ['1'] }, 1)
  noteChange(database, 'hall', 1, added)
  database.close()
  cpSync(file, `${file}.before`)
  salvage(file, 10)
  const saved = openDatabase(file)
  expect([findStaff(saved, '0327')?.name, waitingChanges(saved).length]).toEqual(['王*', 1])
  saved.close()
})

test('RE4 a lower cost is for this computer alone', () => {
  const cost = (host: string, power: string) => readEnvironment({ TINGSHI_HOST: host, TINGSHI_PASSWORD_COST: power })
  expect(cost('127.0.0.1', '4')).toMatchObject({ ok: true, passwordCost: 4 })
  expect(cost('0.0.0.0', '13')).toMatchObject({ ok: false })
  expect(cost('0.0.0.0', '14')).toMatchObject({ ok: true, passwordCost: 14 })
  expect(readEnvironment({})).toMatchObject({ ok: true, passwordCost: 14 })
  expect(cost('127.0.0.1', '15')).toMatchObject({ ok: false })
})
