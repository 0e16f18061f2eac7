import { setTimeout as pause } from 'node:timers/promises'

let failed = 0
let nth = 0

/** One rule, said and shown. The next runs whatever became of this. */
export async function step(title: string, work: () => Promise<string>): Promise<void> {
  nth += 1
  const begun = performance.now()
  try {
    const figures = await work()
    console.log(
      `ok ${nth} ${title}${figures === '' ? '' : ` (${figures})`} ${Math.round(performance.now() - begun)} ms`,
    )
  } catch (broken) {
    failed += 1
    console.log(`not ok ${nth} ${title}: ${broken instanceof Error ? broken.message : String(broken)}`)
  }
}
export async function until(what: string, isSo: () => boolean, ms = 40_000): Promise<void> {
  const end = performance.now() + ms
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`never came: ${what}`)
    await pause(20)
  }
}
export function same(said: unknown, wanted: unknown): void {
  if (JSON.stringify(said) !== JSON.stringify(wanted))
    throw new Error(`${JSON.stringify(said)} instead of ${JSON.stringify(wanted)}`)
}
export function sayResult(): void {
  console.log(`1..${nth}`)
  console.log(failed === 0 ? 'devices: all good' : `devices: ${failed} of ${nth} failed`)
}
