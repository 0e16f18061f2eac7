import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tingshi-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const run = (dataDir: string, ...args: string[]) =>
  spawnSync(process.execPath, ['gateway/cli.ts', 'report', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TINGSHI_DATA: dataDir },
  })

test('RP8 the sample hall’s past is a file over HTTP: workbook and csv, with persons for supervisors only', async () => {
  const gateway = await runGateway()
  try {
    const supervisor = await signIn(gateway.url, 'supervisor')
    const { body } = await supervisor.get<{ items: { day: string }[] }>('/reports')
    const day = body.items.at(-1)?.day ?? ''
    const file = (path: string, token: string): Promise<Response> =>
      fetch(`${gateway.url}/api/v1/reports/${path}`, { headers: { authorization: `Bearer ${token}` } })
    const book = await file(`day/${day}/xlsx`, supervisor.token)
    expect(book.headers.get('content-disposition')).toBe(`attachment; filename="${day}.xlsx"`.replaceAll('"', ''))
    expect(new Uint8Array(await book.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
    const csv = await file(`month/${day.slice(0, 7)}/csv?by=queue,person`, supervisor.token)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(await csv.text()).toMatch(/分类,编号,名称,取号[\s\S]*\r\n队列,A,/)
    expect((await file(`day/${day}/pdf`, supervisor.token)).status).toBe(404)
    const admin = await signIn(gateway.url, 'admin')
    expect((await file(`day/${day}/csv?by=person`, admin.token)).status).toBe(403)
    const clerk = await signIn(gateway.url, 'clerk')
    expect((await file(`day/${day}/csv`, clerk.token)).status).toBe(403)

    // The command line reads the same sums, while the gateway runs.
    const said = run(
      gateway.dataDir,
      day,
      '--by',
      'queue,department',
      '--xlsx',
      join(folder, 'r.xlsx'),
      '--csv',
      join(folder, 'r.csv'),
    )
    expect(said.stderr).toBe('')
    expect(said.status).toBe(0)
    expect(said.stdout).toMatch(/人取号，九成人等了不到 \d+ 分钟/)
    expect(said.stdout).toMatch(/ {2}A .+：取号 \d+，平均等/)
    expect(existsSync(join(folder, 'r.xlsx'))).toBe(true)
    expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toContain('部门,')
    const none = run(gateway.dataDir, '2019')
    expect(none.status).toBe(1)
    expect(none.stdout).toContain('2019 年没有数')
  } finally {
    await gateway.discard()
  }
})

test('RP8 what cannot be read is refused in words', () => {
  expect(run(folder, '明天').stderr).toContain('看不懂要哪几天')
  expect(run(folder, '2026-03', '--by', 'colour').stderr).toContain('--by 只能写')
  expect(run(folder, '2026-03').stderr).toContain('里没有日志')
})
