import { existsSync, readdirSync, statSync } from 'node:fs'
import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const sample = join(root, 'assets/sample-hall')

/**
 * For glibc. Buffers of 32 kB and more are given back to the system when they are free: they are as large as what a socket brings, and left
 * between small ones they would hold 50 MB after a busy hour. Naming the limits also keeps the allocator from raising them by itself.
 */
const allocator = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '32768', MALLOC_TRIM_THRESHOLD_: '131072' }

/** Newest change below a folder, epoch ms. */
function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true }).map(
      (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs,
    ),
  )
}

// `npm start`: pages that are missing or older than their sources are built, then the hall opens.
const built = join(root, 'dist/kiosk/start/start.html')
const sources = [
  'kiosk',
  'display',
  'gateway/contract',
  'gateway/client',
  'gateway/catalogue',
  'assets/locales',
  'assets/sounds',
]
  .map((name) => join(root, name))
  .filter((folder) => existsSync(folder))
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest))) {
  console.log('正在生成页面，请稍等……')
  const { build } = await import('vite')
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}
// On the sample hall everything is simulated, so the demo helps are on unless somebody switched them off.
if (resolve(process.env.TINGSHI_HALL ?? sample) === sample) process.env.TINGSHI_DEMO ??= '1'
// Types need not be taken out of the same files at every start: back a second earlier after a power cut.
enableCompileCache()
openHall()

/**
 * The gateway in the place of this process, because these can only be told to one that begins: short-lived objects get 2 MB and not 16 before
 * they are collected, the gateway may collect by itself once it has started, and the allocator keeps one heap for all threads and not one for
 * each. What building the pages took is given back. Where a process cannot be replaced (Windows), it opens here.
 */
function openHall(): void {
  const main = join(import.meta.dirname, 'main.ts')
  const NODE_COMPILE_CACHE = getCompileCacheDir()
  if (typeof process.execve !== 'function' || process.platform === 'win32') return void import('./main.ts')
  const collector = ['--max-semi-space-size=2', '--expose-gc']
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...collector, main], {
    ...allocator,
    ...process.env,
    ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }),
  })
}
