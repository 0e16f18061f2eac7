import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LOOK_MS = 100
const KEY = 'TINGSHI_CLOCK_FILE'

/** The environment of a gateway whose computer's clock can be put somewhere else while it runs, and what does so (ms from where it stood). */
export function movingClock(): { environment: Record<string, string>; jump(ms: number): void } {
  const file = join(mkdtempSync(join(tmpdir(), 'tingshi-moving-')), 'ms')
  const preload = `--require ${JSON.stringify(import.meta.filename)}`
  writeFileSync(file, '0')
  return {
    environment: { [KEY]: file, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${preload}` },
    jump: (ms) => writeFileSync(file, String(ms)),
  }
}

/** In that process: what `Date` says moves with the file; timers and `performance.now` do not, as on a real computer. */
const given = process.env[KEY]
if (given !== undefined) {
  const before = Date.now.bind(Date)
  let ms = 0
  Date.now = () => before() + ms
  globalThis.Date = new Proxy(Date, {
    construct: (target, said, asked) => Reflect.construct(target, said.length === 0 ? [target.now()] : said, asked),
  })
  setInterval(() => void (ms = Number(readFileSync(given, 'utf8')) || ms), LOOK_MS).unref()
}
