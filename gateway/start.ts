import { existsSync, readdirSync, statSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const sample = join(root, 'assets/sample-hall')

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
const sources = ['kiosk', 'display', 'gateway/contract', 'gateway/client', 'assets/locales', 'assets/sounds']
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
await import('./main.ts')
