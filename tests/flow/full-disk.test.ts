import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { converse, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** A disk of four megabytes in the computer's memory. */
function smallDisk(): string | null {
  const disk = mkdtempSync(join(tmpdir(), 'tingshi-disk-'))
  return run('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk) ? disk : null
}
const probe = smallDisk()
if (probe !== null) run('umount', probe)

let disk = ''
let gateway: RunningGateway | null = null
afterEach(async () => {
  await gateway?.stop()
  gateway = null
  if (disk !== '') run('umount', disk)
  rmSync(disk, { recursive: true, force: true })
})

function fill(): void {
  const { bavail, bsize } = statfsSync(disk)
  for (let left = bavail * bsize, nth = 0; left > 0; left = Math.floor(left / 2), nth += 1)
    try {
      writeFileSync(join(disk, `filler-${nth}`), Buffer.alloc(left, 1))
    } catch {
      // What fitted is written.
    }
}
const makeRoom = (): void => {
  for (let nth = 0; nth < 40; nth += 1) rmSync(join(disk, `filler-${nth}`), { force: true })
}
/** A wall hears its view. */
async function wallIsUp(url: string): Promise<boolean> {
  const wall = await converse(url)
  wall.say({ type: 'hello', protocol: 1, token: null, topics: ['screen:L1'] })
  const view = await wall.until(({ type }) => type === 'view')
  wall.socket.close()
  return view.type === 'view'
}
const take = async (url: string, key: string) => {
  const guide = await signIn(url, 'guide')
  return guide.post<{ number?: string; error?: { code: string; message: string } }>('/tickets', { queueId: 'B' }, key)
}

test.skipIf(probe === null)(
  'L13 on a full disk the hall goes on, starts again, says which disk, and gives numbers when there is room',
  async () => {
    disk = smallDisk() ?? ''
    const dataDir = join(disk, 'data')
    mkdirSync(dataDir)
    gateway = await runGateway({ TINGSHI_DATA: dataDir, TINGSHI_LIFE: '0' })
    expect((await take(gateway.url, 'one')).body.number).toBe('B001')
    fill()
    // The log may still have room in its last page; then it says no.
    let refused = await take(gateway.url, 'try-0')
    let given = 1
    for (let nth = 1; refused.status === 201 && nth < 400; nth += 1) {
      given += 1
      refused = await take(gateway.url, `try-${nth}`)
    }
    expect(refused).toMatchObject({
      status: 503,
      body: { error: { code: 'cannot-write', message: expect.stringContaining('硬盘满了') } },
    })
    expect(gateway.alive()).toBe(true)
    expect(await wallIsUp(gateway.url)).toBe(true)
    // It starts on the full disk with what can be read.
    await gateway.restart()
    fill()
    await gateway.restart()
    expect(await wallIsUp(gateway.url)).toBe(true)
    const health = await (await fetch(`${gateway.url}/api/v1/health`)).json()
    expect(health).toMatchObject({
      status: 'cannot-write',
      devices: expect.arrayContaining([expect.objectContaining({ kind: 'gateway', state: 'fault' })]),
    })
    expect((await take(gateway.url, 'full')).body.error?.message).toContain('硬盘满了')
    makeRoom()
    expect((await take(gateway.url, 'full')).body.number).toBe(`B${String(given + 1).padStart(3, '0')}`)
    await gateway.restart()
    expect((await take(gateway.url, 'after')).body.number).toBe(`B${String(given + 2).padStart(3, '0')}`)
  },
)

/** Only root may mount, and not in every container. */
test.skipIf(probe === null)(
  'L13 in a folder that cannot be written the hall shows what it knows, also after a power cut',
  async () => {
    disk = smallDisk() ?? ''
    const dataDir = join(disk, 'data')
    mkdirSync(dataDir)
    gateway = await runGateway({ TINGSHI_DATA: dataDir, TINGSHI_LIFE: '0' })
    expect((await take(gateway.url, 'one')).body.number).toBe('B001')
    await gateway.kill()
    expect(run('mount', '-o', 'remount,ro', disk)).toBe(true)
    await gateway.restart()
    expect(await wallIsUp(gateway.url)).toBe(true)
    const guide = await signIn(gateway.url, 'guide')
    expect(
      (await guide.get<{ items: { id: string; waiting: number }[] }>('/queues')).body.items.find(({ id }) => id === 'B')
        ?.waiting,
    ).toBe(1)
    expect((await take(gateway.url, 'two')).body.error?.message).toContain('不能写')
    await gateway.stop()
    expect(run('mount', '-o', 'remount,rw', disk)).toBe(true)
    await gateway.restart()
    expect((await take(gateway.url, 'two')).body.number).toBe('B002')
  },
)
