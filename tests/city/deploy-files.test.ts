import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readCityFile } from '../../gateway/city/read-city-file.ts'
import { natsHere } from '../support/run-nats.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'assets/deploy/city')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

test('CT9 the compose file starts three servers and the city, and each file that it hangs in is there', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, { volumes: string[]; command: string[]; healthcheck?: object }>
    volumes: object
  }
  expect(Object.keys(services)).toEqual(['nats-1', 'nats-2', 'nats-3', 'city'])
  for (const { volumes: hung } of Object.values(services))
    for (const [from = ''] of hung.map((one) => one.split(':')))
      expect(from.startsWith('.') ? existsSync(join(folder, from)) : from in volumes).toBe(true)
  expect(existsSync(join(root, services.city?.command[1] ?? ''))).toBe(true)
  expect(readCityFile(join(folder, 'city.yaml')).ok).toBe(true)
})

test.skipIf(natsHere === null)(
  'CT9 the settings of its servers are taken by the server, but for the line that needs 2.10',
  () => {
    const own = mkdtempSync(join(tmpdir(), 'tingshi-compose-'))
    const file = join(own, 'nats.conf')
    const isOld = /v2\.9\./.test(natsHere ?? '')
    const text = read('nats-compose.conf').replace('"/data"', `"${own}"`)
    writeFileSync(file, isOld ? text.replace(/^ *sync_interval:.*$/m, '') : text)
    const env = { ...process.env, TINGSHI_NATS_PASSWORD: 'only-here' }
    const { status, stderr } = spawnSync('nats-server', ['-t', '-c', file], { encoding: 'utf8', env })
    expect([status, stderr]).toEqual([0, expect.stringContaining('configuration file')])
  },
)

test('CT9 every figure of the dashboard is told by a gateway or the city', () => {
  const told = ['gateway/server/metrics.ts', 'gateway/city/city-metrics.ts'].map((path) =>
    readFileSync(join(root, path), 'utf8'),
  )
  const { panels } = JSON.parse(read('dashboard.json')) as { panels: { targets: { expr: string }[] }[] }
  const asked = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(/tingshi_[a-z_]+/g) ?? []))
  expect(asked.length).toBeGreaterThan(8)
  const unknown = asked.filter((name) => !told.some((text) => text.includes(`'${name.replace(/_bucket$/, '')}'`)))
  expect(unknown).toEqual([])
})

test('CT9 units start the program where the package puts it', () => {
  const unit = read('tingshi-city.service')
  expect(unit).toContain('ExecStart=/opt/tingshi/bin/node gateway/city/run.ts')
  expect(existsSync(join(root, 'gateway/city/run.ts'))).toBe(true)
})
