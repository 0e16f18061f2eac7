import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Faults of the kinds that trying the product had found, each one line of the product as somebody might write it. */
const faults: readonly { name: string; file: string; from: string; to: string }[] = [
  {
    name: 'the answer to a press is forgotten, so a second press counts',
    file: 'gateway/remembered-answers.ts',
    from: 'const known = answers.get(commandId)',
    to: "const known = answers.get(commandId === '' ? '' : '-')",
  },
  {
    name: 'a press acts however late it comes',
    file: 'gateway/server/session.ts',
    from: 'ticks() - madeAt > ORDER_LIFETIME_MS',
    to: 'ticks() - madeAt > 600_000',
  },
  {
    name: 'a slip in flight at a power cut is printed again by itself',
    file: 'gateway/outputs/open-printing.ts',
    from: "outcome: 'unknown', fault: 'power-cut'",
    to: "outcome: 'failed', fault: 'power-cut'",
  },
  {
    name: 'what was given up comes out of a send buffer',
    file: 'gateway/devices/printer/receipt-printer.ts',
    from: "return { outcome: 'unknown', fault: 'offline', condition: null }\n          // One that tells",
    to: "return { outcome: 'failed', fault: 'offline', condition: null }\n          // One that tells",
  },
  {
    name: 'answers are given before the commit is written',
    file: 'gateway/office.ts',
    from: 'if (events.length > 0 || kept.length > 0) await log.append(before, events, kept)',
    to: "for (const [nth, { give }] of turnOf.entries()) give(replies[nth] ?? notWritten('other'))\n      if (events.length > 0 || kept.length > 0) await log.append(before, events, kept)",
  },
  {
    name: 'after a failed write the state that was not written stays',
    file: 'gateway/office.ts',
    from: 'const isWritten = events.length > 0 && shown.seq === ahead.seq\n      ahead = structuredClone(shown)',
    to: 'const isWritten = events.length > 0 && shown.seq === ahead.seq',
  },
  {
    name: 'a late close of a replaced socket takes the page offline',
    file: 'gateway/client/connect.ts',
    from: 'if (link === next) ended(why)',
    to: 'ended(why)',
  },
  {
    name: 'a page that reconnects keeps rows that are gone',
    file: 'gateway/client/connect.ts',
    from: 'message.all ? new Map() : table.value',
    to: 'table.value',
  },
  {
    name: 'a counter that is paused is not told to those who show it',
    file: 'gateway/domain/touched-by.ts',
    from: "touch('counters')",
    to: "touch('serving')",
  },
  {
    name: 'the wall forgets what it has said when it is loaded anew',
    file: 'display/lobby/announce.ts',
    from: "JSON.parse(memory.getItem(KEPT) ?? '[]')",
    to: "JSON.parse('[]')",
  },
]

const root = resolve(import.meta.dirname, '../..')
const [seeds = '200', only = ''] = process.argv.slice(2)
let found = 0
for (const { name, file, from, to } of faults) {
  if (!name.includes(only)) continue
  const copy = mkdtempSync(join(tmpdir(), 'tingshi-plant-'))
  for (const part of ['gateway', 'display', 'tests/storm', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  for (const part of ['node_modules', 'assets']) symlinkSync(join(root, part), join(copy, part))
  const text = readFileSync(join(copy, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has changed: ${from}`)
  writeFileSync(join(copy, file), text.replace(from, to))
  const args = ['tests/storm/run.ts', '--seeds', seeds, '--hours', '0.25', '--first']
  const { stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  const line = stdout.split('\n').find((one) => one.startsWith('seed ')) ?? 'not found'
  if (line !== 'not found') found += 1
  console.log(`${name}: ${line.slice(0, 160)}`)
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${found} found`)
