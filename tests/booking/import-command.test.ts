import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { appointmentsCommand } from '../../gateway/cli/appointments-command.ts'
import type { BookingView } from '../../gateway/contract/appointments.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const folder = mkdtempSync(join(tmpdir(), 'tingshi-appointments-'))
let hall: RunningGateway
let other: ApiClient
let day: string
beforeAll(async () => {
  hall = await runGateway()
  other = await signIn(hall.url, 'integration')
  day = ((await (await fetch(`${hall.url}/api/v1/booking`)).json()) as BookingView).days[2]?.day ?? ''
})
afterAll(() => hall?.discard())

async function bring(bytes: string | Uint8Array, token = other.token): Promise<{ code: number; said: string[] }> {
  const path = join(folder, 'appointments')
  writeFileSync(path, bytes)
  const said: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  const error = vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
  const code = await appointmentsCommand([path], { TINGSHI_URL: hall.url, TINGSHI_TOKEN: token })
  log.mockRestore()
  error.mockRestore()
  return { code, said }
}
const heads = ['预约编号', '预约码', '队列', '日期', '时间']
const csv = (...rows: string[][]): string => [heads, ...rows].map((row) => row.join(',')).join('\r\n')
const references = async (): Promise<string[]> =>
  (await other.get<{ items: { code: string }[] }>(`/appointments?day=${day}`)).body.items.map(({ code }) => code).sort()

test('B16 a table of another system comes in as csv, GBK and xlsx, and twice changes nothing', async () => {
  expect(await bring(csv(['R-1', 'BRING-1', 'A', day, '10:00'], ['R-2', 'BRING-2', 'B', day, '03:17']))).toEqual({
    code: 1,
    said: ['导入 1 条新预约，没有收的行：1', expect.stringMatching(/^ {2}第 3 行：这个时间不能约/)],
  })
  expect((await bring(encode(csv(['R-3', 'BRING-3', 'B', day, '10:00']), 'gbk'))).said[0]).toBe(
    '导入 1 条新预约，没有收的行：0',
  )
  const xlsx = await writeXlsxFile(
    [heads, ['R-4', 'BRING-4', 'A', day, '11:00']].map((row) => row.map((value) => ({ value, type: String }))),
  ).toBuffer()
  expect(await bring(xlsx)).toEqual({ code: 0, said: ['导入 1 条新预约，没有收的行：0'] })
  expect(await bring(xlsx)).toEqual({ code: 0, said: ['导入 0 条新预约，以前导入过 1 条，没有收的行：0'] })
  // One row is known, one is new, one stands twice in the table, one is refused.
  const mixed = csv(
    ['R-4', '', 'A', day, '11:00'],
    ['R-6', '', 'A', day, '13:30'],
    ['R-6', '', 'A', day, '13:30'],
    ['R-7', '', 'A', day, '03:17'],
  )
  expect(await bring(mixed)).toMatchObject({
    code: 1,
    said: ['导入 1 条新预约，以前导入过 2 条，没有收的行：1', expect.stringMatching(/^ {2}第 5 行：/)],
  })
  expect((await references()).filter((code) => code.startsWith('BRING'))).toEqual(['BRING-1', 'BRING-3', 'BRING-4'])
})

test('B16 what is no such table, and whoever may not bring one, is told in words', async () => {
  expect(await bring('姓名,电话\n')).toMatchObject({
    code: 1,
    said: [expect.stringContaining('第一行要有“日期”和“时间”两列')],
  })
  expect(await bring(csv(['R-5', '', 'A', day, '10:00']), 'nonsense')).toMatchObject({
    code: 1,
    said: [expect.stringMatching(/^没有导入：/)],
  })
  expect(await appointmentsCommand([], {})).toBe(2)
})
