import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Faults of the kinds that trying the product had found, each one line of the product as somebody might write it. `breaks`: the promises that
 * do not hold then. `hours`: it shows only after so long.
 */
const faults: readonly {
  name: string
  file: string
  from: string
  to: string
  breaks: readonly string[]
  hours?: string
}[] = [
  {
    name: 'the answer to a press is forgotten, so a second press counts',
    file: 'gateway/office/remembered-answers.ts',
    from: 'const known = answers.get(commandId)',
    to: "const known = answers.get(commandId === '' ? '' : '-')",
    breaks: ['SM4'],
  },
  {
    name: 'a press acts however late it comes',
    file: 'gateway/server/session.ts',
    from: 'ticks() - madeAt > ORDER_LIFETIME_MS',
    to: 'ticks() - madeAt > 600_000',
    breaks: ['SM5'],
  },
  {
    name: 'a slip in flight at a power cut is printed again by itself',
    file: 'gateway/outputs/open-printing.ts',
    from: "outcome: 'unknown', fault: 'power-cut'",
    to: "outcome: 'failed', fault: 'power-cut'",
    breaks: ['SM7'],
  },
  {
    name: 'a slip whose link died behind it is said not to have come out',
    file: 'gateway/devices/printer/receipt-printer.ts',
    from: "{ outcome: 'unknown', fault, condition: after }",
    to: "{ outcome: 'failed', fault: fault ?? 'offline', condition: after }",
    breaks: ['SM7'],
  },
  {
    name: 'answers are given before the commit is written',
    file: 'gateway/office/office.ts',
    from: 'if (events.length > 0 || kept.length > 0) await log.append(before, events, kept)',
    to: "for (const [nth, { give }] of turnOf.entries()) give(replies[nth] ?? notWritten('other'))\n      if (events.length > 0 || kept.length > 0) await log.append(before, events, kept)",
    breaks: ['SM4', 'SM9', 'SM3'],
  },
  {
    name: 'after a failed write the state that was not written stays',
    file: 'gateway/office/office.ts',
    from: 'ahead = structuredClone(shown)\n      if (isWritten)',
    to: 'if (isWritten)',
    breaks: ['SM1', 'SM3', 'SM4', 'SM8', 'SM9', 'SM12'],
  },
  {
    name: 'the late close of a replaced line takes the terminal’s devices away',
    file: 'gateway/server/agent-door.ts',
    from: 'if (present.get(terminal)?.bye === bye) present.delete(terminal)',
    to: 'present.delete(terminal)',
    breaks: ['SM20', 'SM12'],
  },
  {
    name: 'the late close of a replaced socket makes its page count as gone',
    file: 'gateway/server/page-presence.ts',
    from: 'if (pages > 0) there',
    to: 'if (by > 0) there',
    breaks: ['SM20', 'SM10'],
  },
  {
    name: 'a page that reconnects keeps rows that are gone',
    file: 'gateway/client/connect.ts',
    from: 'message.all ? new Map() : table.value',
    to: 'table.value',
    breaks: ['SM10'],
  },
  {
    name: 'a notice that was taken down is not told to those who show it',
    file: 'gateway/domain/touched-by.ts',
    from: "touch('notices')",
    to: "if (event.type !== 'notice-withdrawn') touch('notices')",
    breaks: ['SM1', 'SM10'],
  },
  {
    name: 'the wall forgets what it has said when it is loaded anew',
    file: 'display/lobby/announce.ts',
    from: "JSON.parse(memory.getItem(KEPT) ?? '[]')",
    to: "JSON.parse('[]')",
    breaks: ['SM11'],
  },
  {
    name: 'the code of an appointment may be used again',
    file: 'gateway/domain/appointments/redeem-code.ts',
    from: "one.state === 'came' || one.state === 'cancelled'",
    to: "one.state === 'cancelled'",
    breaks: ['SM15'],
  },
  {
    name: 'a clock that is set back by hours is followed',
    file: 'gateway/clock.ts',
    from: 'doubted = !isNear(wall, own)',
    to: 'doubted = wall > own && !isNear(wall, own)',
    breaks: ['SM21'],
  },
  {
    name: 'each fact of a turn is written by itself, and a torn write leaves half of it',
    file: 'gateway/store/sqlite-log.ts',
    from: 'insert.run(seq, body, hash)',
    to: "insert.run(seq, body, hash)\n          database.exec('COMMIT; BEGIN IMMEDIATE')",
    breaks: ['SM1', 'SM4', 'SM9', 'SM3'],
  },
  {
    name: 'what a gateway heard on its sockets is kept for ever',
    file: 'gateway/server/session.ts',
    from: "if (where.name === 'closed') return\n",
    to: "if (where.name === 'closed') return\n      ;((show as { said?: string[] }).said ??= []).push(text + now())\n",
    breaks: ['SM13'],
    hours: '1.5',
  },
]

const root = resolve(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { shrink: { type: 'boolean', default: false }, hours: { type: 'string', default: '0.25' } },
})
const [seeds = '200', only = ''] = positionals
let found = 0
for (const { name, file, from, to, breaks, hours = values.hours } of faults) {
  if (!name.includes(only)) continue
  const copy = mkdtempSync(join(tmpdir(), 'tingshi-plant-'))
  for (const part of ['gateway', 'display', 'tests/storm', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  for (const part of ['node_modules', 'assets']) symlinkSync(join(root, part), join(copy, part))
  const text = readFileSync(join(copy, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has changed: ${from}`)
  writeFileSync(join(copy, file), text.replace(from, to))
  const args = ['tests/storm/run.ts', '--seeds', seeds, '--hours', hours, '--first']
  if (values.shrink) args.push('--shrink', join(copy, 'small.json'))
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  const line = stdout.split('\n').find((one) => one.startsWith('seed '))
  const rule = /: (SM\d+) at/.exec(line ?? '')?.[1] ?? ''
  if (breaks.includes(rule)) found += 1
  const verdict = line === undefined ? 'NOT FOUND' : breaks.includes(rule) ? 'found' : 'ANOTHER PROMISE BROKE'
  console.log(`${verdict}: ${name} (${breaks.join(' or ')}): ${(line ?? stderr).slice(0, 200)}`)
  if (values.shrink && line !== undefined) console.log(stdout.slice(stdout.indexOf(line) + line.length + 1).trimEnd())
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${found} found by the promise that they break`)
