import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHall } from '../../gateway/hall/read-hall.ts'
import { spoiledHall } from '../support/hall-folder.ts'

function faultsOf(line: string): string[] {
  const folder = spoiledHall({ 'hall.yaml': [[/^maxRecalls: 3.*$/m, `maxRecalls: 3\n${line}`]] })
  const read = readHall(folder)
  rmSync(folder, { recursive: true, force: true })
  return read.ok ? [] : read.faults.map(({ key, message }) => `${key} ${message}`)
}

test('D29 deviceHooks in the hall folder: right ones are taken, wrong ones are told with their place', () => {
  expect(faultsOf('deviceHooks: [{ url: "https://ops.example/tingshi", states: [fault] }]')).toEqual([])
  expect(faultsOf('deviceHooks: [{ url: "ftp://ops.example" }]')).toEqual([
    'deviceHooks.0.url 请写完整的网址，例如 http://192.0.2.10:8080。',
  ])
  expect(faultsOf('deviceHooks: [{ url: "https://ops.example", afterSeconds: -1 }]')[0]).toContain(
    'deviceHooks.0.afterSeconds',
  )
})
