import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { readHall } from '../../gateway/config.ts'
import { newCommand } from '../../gateway/cli/new-command.ts'
import { asCalledHere } from '../../gateway/own-command.ts'
import { planHall } from '../../gateway/cli/new/hall-plan.ts'
import { readDevices, readFloors } from '../../gateway/cli/new/read-answers.ts'
import { type FakePrinter, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { clockAt } from '../support/shift-clock.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const root = resolve(import.meta.dirname, '../..')
const room = mkdtempSync(join(tmpdir(), 'tingshi-new-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

interface Said {
  code: number | null
  out: string
}
/** The command as a person types it, with these lines on standard input. */
function runNew(args: string[], answers: string): Promise<Said> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'gateway/cli.ts'), 'new', ...args], { cwd: root })
    let out = ''
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    child.stderr.on('data', (chunk) => (out += String(chunk)))
    child.once('close', (code) => done({ code, out }))
    child.stdin.end(answers)
  })
}
const hallOf = (folder: string) => {
  const read = readHall(folder)
  if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 1))
  return read.hall
}

describe('the questions', () => {
  test('NH1 floors are a count or their names, and a basement is one', () => {
    expect(readFloors('2')).toEqual({
      ok: true,
      value: [
        { id: '1', name: '1 楼' },
        { id: '2', name: '2 楼' },
      ],
    })
    expect(readFloors('负1、1楼、5')).toMatchObject({
      value: [{ id: 'B1', name: '负 1 楼' }, { id: '1' }, { id: '5' }],
    })
    for (const wrong of ['0', 'x', '1、1', '']) expect(readFloors(wrong).ok, wrong).toBe(false)
  })

  test('NH1 devices are named with their number, a printer with its address', () => {
    expect(readDevices('终端 2，打印机 192.0.2.10，打印机 192.0.2.11:9101，大屏，LED 屏 3')).toEqual({
      ok: true,
      value: {
        terminals: 2,
        screens: 1,
        panels: 3,
        printers: [
          { host: '192.0.2.10', port: 9100 },
          { host: '192.0.2.11', port: 9101 },
        ],
      },
    })
    for (const wrong of ['打印机 2', '终端 很多', '复印机 1', '打印机 192.0.2.10:99999'])
      expect(readDevices(wrong).ok, wrong).toBe(false)
  })

  test('NH3 departments behind the last letter share one queue', () => {
    const departments = Array.from({ length: 40 }, (_, nth) => ({
      name: `第${nth}局`,
      floor: null,
      counters: null,
      queue: null,
      minutes: null,
    }))
    const floors = [
      { id: '1', name: '1 楼' },
      { id: '2', name: '2 楼' },
    ]
    const devices = { terminals: 0, screens: 0, panels: 0, printers: [] }
    const plan = planHall({ name: '厅', floors, departments, counters: 1, devices }, () => 'j')
    expect(plan.queues).toHaveLength(24)
    expect(plan.queues.at(-1)).toMatchObject({ letter: 'Z', name: '综合窗口' })
    expect(plan.queues.map(({ letter }) => letter)).not.toContain('O')
    expect(new Set(plan.departments.map(({ id }) => id)).size).toBe(40)
    expect(plan.counters.filter(({ accessible }) => accessible).map(({ floor }) => floor)).toEqual(['1', '2'])
  })
})

describe('the command', () => {
  test('NH1 NH2 five answers make a folder without a fault; a wrong answer is asked again', async () => {
    const folder = join(room, 'five')
    const said = await runNew([folder], '东河区政务服务中心\n两层\n2\n市场监督管理局、税务局、公安局\n3\n\n')
    expect(said).toMatchObject({ code: 0 })
    expect(said.out).toContain('请写层数')
    const hall = hallOf(folder)
    expect(hall).toMatchObject({
      name: '东河区政务服务中心',
      timeZone: 'Asia/Shanghai',
      terminals: [{ printer: null }],
    })
    expect(hall.queues.map(({ series, name }) => [series, name])).toEqual([
      ['A', '市场监督管理局'],
      ['B', '税务局'],
      ['C', '公安局'],
    ])
    expect(hall.counters).toHaveLength(9)
    expect(hall.counters.map(({ floor }) => floor).join('')).toBe('111111222')
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'utf8'), file).toMatch(/^#/)
    const again = await runNew([folder, '--name', '别的'], '')
    expect(again.code).toBe(1)
    expect(hallOf(folder).name).toBe('东河区政务服务中心')
  })

  test('NH1 an end before the last answer, or an option that cannot be read, writes nothing', async () => {
    const folder = join(room, 'none')
    expect((await runNew([folder], '只有名字\n')).code).toBe(2)
    const all = ['--name', '厅', '--floors', '1', '--departments', '税务局', '--counters', '2', '--devices', '复印机']
    expect(await runNew([folder, ...all], '')).toMatchObject({
      code: 2,
      out: expect.stringContaining('看不懂“复印机”'),
    })
    expect(readdirSync(room)).not.toContain('none')
  })

  test('NH3 a workbook says floor, counters and who waits together', async () => {
    const rows = [
      ['单位名称', '楼层', '窗口数', '队列'],
      ['市场监督管理局', '1楼', 4, null],
      ['医疗保障局', '2', 1, '社保医保'],
      ['社会保险中心', '2', 2, '社保医保'],
    ].map((row) => row.map((value) => (value === null ? null : { value })))
    const file = join(room, '部门.xlsx')
    await writeXlsx(rows as never).toFile(file)
    const folder = join(room, 'book')
    const said = await runNew([folder, '--name', '厅', '--floors', '2', '--departments', file, '--counters', '2'], '\n')
    expect(said, said.out).toMatchObject({ code: 0 })
    const hall = hallOf(folder)
    expect(hall.queues.map(({ name }) => name)).toEqual(['市场监督管理局', '社保医保'])
    expect(hall.counters.map(({ floor, queues }) => `${floor}${queues.join('')}`).join(' ')).toBe(
      '1A 1A 1A 1A 2B 2B 2B',
    )
    expect(hall.departments).toHaveLength(3)
    expect(
      (await runNew([join(room, 'no'), '--name', '厅', '--floors', '1', '--departments', file], '')).out,
    ).toContain('第 3 行：没有“2”这一层')
  })
})

test('NH5 a hall of three files opens: what is optional may be absent', () => {
  const folder = mkdtempSync(join(room, 'small-'))
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  write(
    'hall.yaml',
    'id: h\nname: 厅\nhours: { open: "09:00", close: "17:00", lastTicket: "16:40", weekdays: [1] }\nfloors:\n  - { id: "1", name: 1 楼, zones: [{ id: 1A, name: A 区 }] }\n',
  )
  write('departments.yaml', '- { id: d, name: 部门 }\n')
  write('queues.yaml', '- { id: A, series: A, name: 队列, minutes: 5 }\n')
  write('counters.yaml', '- { id: "1", floor: "1", zone: 1A, queues: [A] }\n')
  expect(hallOf(folder)).toMatchObject({
    missed: { withinMinutes: 30, place: 3 },
    terminals: [],
    notices: [],
    flows: [],
  })
  rmSync(join(folder, 'counters.yaml'))
  const read = readHall(folder)
  expect(read.ok ? [] : read.faults.map(({ file }) => file)).toContain('counters.yaml')
})

describe('the new hall at work', () => {
  let printer: FakePrinter
  let hall: RunningGateway
  const folder = join(room, 'work')
  beforeAll(async () => {
    printer = await startFakePrinter({ port: 0, width: 576 })
    const devices = `终端 1，打印机 127.0.0.1:${printer.port}，综合屏 1`
    const said = await runNew([folder, '--devices', devices], '河东区政务服务中心\n1\n市场监督管理局、税务局\n2\n')
    expect(said, said.out).toMatchObject({ code: 0 })
    // A working day, in hours.
    hall = await runGateway({ TINGSHI_DEMO: '0', TINGSHI_HALL: folder, ...clockAt('2026-03-18T10:00:00+08:00') })
  })
  afterAll(async () => {
    await hall?.discard()
    await printer?.close()
  })

  test('NH4 the first slip comes out at the printer that was named', async () => {
    const env = { ...process.env, TINGSHI_DATA: hall.dataDir }
    const add = ['gateway/cli.ts', 'token', 'add', 'K1', '--roles', 'terminal']
    const token = execFileSync(process.execPath, add, { cwd: root, env, encoding: 'utf8' }).trim()
    const answer = await fetch(`${hall.url}/api/v1/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ queueId: 'B', terminalId: 'K1' }),
    })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ number: 'B001', counters: ['3', '4'] })
    await expect.poll(() => printer.printed, { timeout: 20_000 }).toBe(1)
    expect(printer.unknown).toEqual([])
  })

  test('NH4 `check` finds the new folder whole', () => {
    const said = new Promise<string>((done) =>
      execFile(process.execPath, [join(root, 'gateway/cli.ts'), 'check', folder], (_, out, err) => done(out + err)),
    )
    return expect(said).resolves.toContain('没有错误')
  })
})

describe('an installed package', () => {
  const answers = ['--name', '青城政务服务中心', '--floors', '1', '--departments', '公安局', '--counters', '2']
  const said = async (folder: string, hallDir: string): Promise<string> => {
    const lines: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const code = await newCommand([folder, ...answers, '--devices', '终端 1'], { hallDir }, true)
    log.mockRestore()
    expect(code).toBe(0)
    return lines.join('\n')
  }
  test('HI6 what comes next is said in its own commands, and where the folder is named', async () => {
    const own = join(room, 'packaged')
    const words = await said(own, own)
    expect(words).not.toMatch(/npm|TINGSHI_/)
    for (const command of ['systemctl enable --now tingshi-gateway', `tingshi check ${own}`, 'tingshi token add K1'])
      expect(words).toContain(`sudo ${command}`)
    const other = join(room, 'packaged-elsewhere')
    expect(await said(other, own)).toContain(`/etc/tingshi/gateway.env 里写：TINGSHI_HALL=${other}`)
  })
  test('HI6 commands that other words name are called as there', () => {
    const words = '请运行 npm run tingshi -- verify，再 npm start。'
    expect(asCalledHere(words, true)).toBe('请运行 sudo tingshi verify，再 sudo systemctl start tingshi-gateway。')
    expect(asCalledHere(words, false)).toBe(words)
    expect(asCalledHere(null, true)).toBeNull()
  })
})
