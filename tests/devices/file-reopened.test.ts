import { mkdtempSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openFile } from '../../gateway/devices/file-link.ts'

/** A kernel that takes its time to let a device go, as usblp does with a slip still in its buffer. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const open = async (...how: Parameters<typeof real.open>): Promise<FileHandle> => {
    const file = await real.open(...how)
    const close = file.close.bind(file)
    file.close = () => pause(30).then(close)
    return file
  }
  return { ...real, open }
})

const linkOf = (name: string): string => {
  try {
    return readlinkSync(`/proc/self/fd/${name}`)
  } catch {
    // Closed since the folder was read.
    return ''
  }
}

test('DV11 a device file is open once, however soon it is opened again', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'tingshi-lp-')), 'lp0')
  writeFileSync(path, '')
  const timesOpen = (): number => readdirSync('/proc/self/fd').filter((name) => linkOf(name) === path).length
  let link = await openFile(path)
  for (let nth = 0; nth < 5; nth += 1) {
    link?.close()
    link = await openFile(path)
    expect(timesOpen()).toBe(1)
  }
  link?.close()
})
