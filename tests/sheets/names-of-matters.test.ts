import { expect, test } from 'vitest'
import { importFile, readTable } from '../support/read-table.ts'

test('I6 a heading and nothing else is told as that', async () => {
  const { rows, notes } = await readTable(importFile('85-only-header.csv'))
  expect([rows, notes.join()]).toEqual([[], expect.stringContaining('没有一行事项')])
})

test('I11 names that look like error pages go, real names with such words stay', async () => {
  const { rows, rejected } = await readTable(importFile('62-names.xlsx'))
  expect(rejected.map(({ row }) => row)).toEqual([6, 7, 12, 13, 15])
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      '系统错误信息查询',
      '第404号文件备案',
      '500人以上大型活动审批',
      '身份证办理(首次)',
      '加粗的名称',
      '身份证',
    ]),
  )
})

test.each([
  '502 Bad Gateway',
  'HTTP 404',
  '页面不存在',
  '您访问的页面不存在或已删除',
  '系统异常，请联系管理员',
  '数据加载中',
  'Loading...',
  '[object Object]',
  'NaN',
  '请先登录',
  '—',
])('I11 %s is no name', async (name) =>
  expect((await readTable(`事项名称,实施编码,部门\n"${name}",A-1,公安局\n甲事,A-2,公安局`)).rows.length).toBe(1),
)
test.each([
  '网络异常行为举报受理',
  '数据加载设备检测',
  '404医院设置审批',
  '登录许可证核发',
  '无障碍设施验收',
  '错误信息更正',
  '服务器托管备案',
])('I11 %s is a name', async (name) =>
  expect((await readTable(`事项名称,实施编码,部门\n${name},A-1,公安局`)).rows.length).toBe(1),
)
