import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sleep, until } from '../support/network/page-at.ts'
import { type TwoMachines, twoMachines } from '../support/network/two-machines.ts'

const root = resolve(import.meta.dirname, '../..')
const machines: TwoMachines | null = twoMachines()
if (machines === null)
  console.log('No network namespaces are allowed here: the kernel’s own line is not tried, the line in userland is.')

describe.skipIf(machines === null)('over the kernel’s own TCP, between two namespaces', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-'))
  const running: ChildProcess[] = []
  let said: string[] = []
  const now = (): string => said.at(-1) ?? ''
  function start(where: readonly string[], file: string, given: string[], env: Record<string, string>): ChildProcess {
    const child = spawn('ip', [...where, process.execPath, join(root, file), ...given], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(child)
    return child
  }

  beforeAll(async () => {
    if (machines === null) return
    const env = { TINGSHI_DEMO: '0', TINGSHI_PORT: '0', TINGSHI_HOST: machines.hallAddress, TINGSHI_DATA: dataDir }
    let printed = ''
    const gateway = start(machines.inHall, 'gateway/main.ts', [], env)
    for (const stream of [gateway.stdout, gateway.stderr]) stream?.on('data', (chunk) => void (printed += chunk))
    const url = (): string | undefined => /ready (http:\S+)/.exec(printed)?.[1]
    await until(() => url() !== undefined || gateway.exitCode !== null)
    expect(url(), printed).toBeDefined()
    const page = start(machines.inPage, 'tests/support/network/page-process.ts', [url() ?? ''], {})
    page.stdout?.on('data', (chunk) => said.push(...String(chunk).trim().split('\n')))
    await until(() => now() === 'online')
  })
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL')
    machines?.remove()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('NW1 NW4 after 17 s without the cable the page is right again within ten seconds and stays so', async () => {
    machines?.cut('both')
    await sleep(17_000)
    expect(now()).toBe('away')
    machines?.mend()
    expect(await until(() => now() === 'online')).toBeLessThan(10_000)
    said = ['online']
    await sleep(12_000)
    expect(said).toEqual(['online'])
  })

  test('NW4 after 12 s in which only the hall is not heard it is right again within ten seconds', async () => {
    machines?.cut('to-page')
    await sleep(12_000)
    machines?.mend()
    expect(await until(() => now() === 'online')).toBeLessThan(10_000)
  })
})
